package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Difference;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;

/** What an appointment is to become instead, asked where it was not said: its service, its person, or which of it at all. */
@ApplicationScoped
class ChangeQuestions {

    private final Errands errands;
    private final BookingMessages booking;
    private final AppointmentMessages messages;

    ChangeQuestions(Errands errands, BookingMessages booking, AppointmentMessages messages) {
        this.errands = errands;
        this.booking = booking;
        this.messages = messages;
    }

    Uni<List<OutboundContent>> ask(ToolContext context, Draft draft, Appointment it, Wording.Aspect aspect) {
        return switch (aspect) {
            case SERVICE -> ask(context, FlowState.COLLECTING_NEW_SERVICE, draft, booking.askService(
                    context.business().services().stream().filter(one -> !Difference.services(it).contains(one.id())).toList(),
                    false));
            case STAFF -> ask(context, FlowState.COLLECTING_NEW_STAFF, draft, booking.askStaff(Optional.empty(),
                    others(context, draft, it), context.turn().localNow().toLocalDate()));
            case ANY, TIME -> ask(context, FlowState.SELECTING_MODIFICATION, draft, messages.askWhatToChange());
        };
    }

    /** Whoever else gives the first of its services. */
    private static List<StaffMember> others(ToolContext context, Draft draft, Appointment it) {
        ServiceId first = draft.wish().services().stream().findFirst().orElseGet(it::service);
        return context.business().bookableOnline(first).stream().filter(member -> !member.id().equals(it.staff())).toList();
    }

    private Uni<List<OutboundContent>> ask(ToolContext context, FlowState state, Draft draft, OutboundContent question) {
        errands.to(context, FlowKind.MODIFY, state, draft.nothingShown());
        return Uni.createFrom().item(List.of(question));
    }
}
