package mx.yume.assistant.guided;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Cancelling;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;

/** Cancels an appointment: which one, and then a yes to exactly that. */
@ApplicationScoped
class CancellingErrand {

    private final CustomerTools tools;
    private final Errands errands;
    private final AppointmentMessages messages;

    CancellingErrand(CustomerTools tools, Errands errands, AppointmentMessages messages) {
        this.tools = tools;
        this.errands = errands;
        this.messages = messages;
    }

    /** What was chosen before is looked at itself, so that somebody else's change to it is told. */
    Uni<List<OutboundContent>> next(ToolContext context, Draft draft) {
        return draft.appointment().isPresent()
                ? tools.cancelAppointment(context, draft.appointment().get()).map(outcome -> told(context, outcome))
                : tools.myAppointments(context)
                        .flatMap(own -> which(context, draft, MovingErrand.upcoming(context, own)));
    }

    private Uni<List<OutboundContent>> which(ToolContext context, Draft draft, List<Appointment> own) {
        if (own.isEmpty()) {
            if (errands.active(context, FlowKind.CANCEL)) {
                errands.drop(context);
            }
            return Uni.createFrom().item(List.of(messages.none()));
        }
        var candidates = Identifying.toCancel(own, draft, MovingErrand.said(context));
        var meant = Identifying.certain(candidates);
        if (meant.isPresent()) {
            return next(context, draft.appointment(meant.get().id()));
        }
        errands.to(context, FlowKind.CANCEL, FlowState.IDENTIFYING_BOOKING, draft);
        return Uni.createFrom().item(List.of(messages.askWhichToCancel(context, candidates)));
    }

    private List<OutboundContent> told(ToolContext context, Cancelling outcome) {
        return List.of(switch (outcome) {
            case Cancelling.Cancelled(var appointment, _) -> messages.cancelled(context, appointment);
            case Cancelling.NeedsConfirmation(var appointment, _) ->
                messages.cancelSummary(context, appointment, errands.draft(context).shown().orElseThrow());
            case Cancelling.AlreadyCancelled(var appointment) -> messages.changed(context, appointment);
            case Cancelling.Changed(var now) -> messages.changed(context, now);
            case Cancelling.NotFound() -> messages.notFound();
        });
    }
}
