package mx.yume.assistant.staff.links;

import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.notifications.DashboardLinks;

/** Sends a link to the dashboard at once, as a message of its own: nothing is asked, and the reply does not hold it. */
interface LinkTool extends StaffTool<LinkOrder> {

    DashboardLinks links();

    LinkOrder order();

    /** What is said of it, and recorded. */
    String sentence(StaffAsking asking);

    @Override
    default Class<LinkOrder> type() {
        return LinkOrder.class;
    }

    @Override
    default Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    default Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    default LinkOrder read(StaffAsking asking, Written written) {
        return order();
    }

    @Override
    default Uni<Proposal<LinkOrder>> propose(StaffAsking asking, LinkOrder order) {
        return Uni.createFrom().item(new Proposal.Do<>(order));
    }

    @Override
    default Uni<Performed<LinkOrder>> perform(StaffAsking asking, LinkOrder order, Recording recording) {
        var sentence = sentence(asking);
        return links().send(asking.business(), asking.member(), asking.turn().key(), order.shows(),
                recording.outcome(Optional.empty(), expires -> Optional.of(sentence)))
                .replaceWith(new Performed.Done<>(sentence));
    }
}
