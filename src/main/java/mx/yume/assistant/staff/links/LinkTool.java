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
import mx.yume.notifications.DashboardLinks.Shows;

/** Sends a link to the dashboard at once, as a message of its own: nothing is asked, and the reply does not hold it. */
abstract class LinkTool implements StaffTool<LinkOrder> {

    private final DashboardLinks links;
    private final Shows shows;

    LinkTool(DashboardLinks links, Shows shows) {
        this.links = links;
        this.shows = shows;
    }

    /** What is said of it, and recorded. */
    abstract String sentence(StaffAsking asking);

    LinkOrder order() {
        return new LinkOrder(shows);
    }

    @Override
    public Class<LinkOrder> type() {
        return LinkOrder.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public LinkOrder read(StaffAsking asking, Written written) {
        return order();
    }

    @Override
    public Uni<Proposal<LinkOrder>> propose(StaffAsking asking, LinkOrder order) {
        return Uni.createFrom().item(new Proposal.Do<>(order));
    }

    @Override
    public Uni<Performed<LinkOrder>> perform(StaffAsking asking, LinkOrder order, Recording recording) {
        var sentence = sentence(asking);
        return links.send(asking.business(), asking.member(), asking.turn().key(), order.shows(),
                recording.outcome(Optional.empty(), expires -> Optional.of(sentence)))
                .replaceWith(new Performed.Done<>(sentence));
    }
}
