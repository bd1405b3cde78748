package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Ledger;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Transitions;

/**
 * The reply of a turn that has already done something, in an attempt that died or by an assistant that failed: told from what was
 * recorded, and nothing is done again. The flow ends as it would have.
 */
@ApplicationScoped
public class EffectsReply {

    private final Ledger ledger;
    private final Errands errands;
    private final BookingMessages booking;
    private final AppointmentMessages appointments;

    EffectsReply(Ledger ledger, Errands errands, BookingMessages booking, AppointmentMessages appointments) {
        this.ledger = ledger;
        this.errands = errands;
        this.booking = booking;
        this.appointments = appointments;
    }

    /** Empty when nothing was booked, moved or cancelled in this turn: then the turn is still to be answered. */
    public Uni<List<OutboundContent>> of(ToolContext context) {
        return ledger.of(context).map(done -> {
            done.forEach(effect -> end(context, effect));
            return Bodies.together(done.stream().flatMap(effect -> told(context, effect).stream()).toList());
        });
    }

    private Optional<OutboundContent> told(ToolContext context, Effected effect) {
        return switch (effect) {
            case Effected.Booked(var appointment) -> Optional.of(booking.booked(context, appointment,
                    errands.draft(context).wish().forOther()));
            case Effected.Moved(var before, var after) -> Optional.of(appointments.moved(context, before, after));
            case Effected.Cancelled(var appointment) -> Optional.of(appointments.cancelled(context, appointment));
            case Effected.Renamed _ -> Optional.empty();
            case Effected.Done(var sentence) -> Optional.of(Bodies.text(sentence));
        };
    }

    private void end(ToolContext context, Effected effect) {
        switch (effect) {
            case Effected.Booked _ -> end(context, FlowKind.BOOKING, FlowState.CONFIRMED);
            case Effected.Moved _ -> end(context, FlowKind.MODIFY, FlowState.CONFIRMED);
            case Effected.Cancelled _ -> end(context, FlowKind.CANCEL, FlowState.CANCELLED);
            case Effected.Renamed _,Effected.Done _ -> {
            }
        }
    }

    /** A flow that has gone on to something else since is left alone. */
    private void end(ToolContext context, FlowKind kind, FlowState done) {
        context.turn().progress().activeFlow().filter(flow -> flow.kind() == kind).map(Flow::state)
                .filter(state -> Transitions.allowed(kind, state, done))
                .ifPresent(_ -> errands.to(context, kind, done, errands.draft(context)));
    }
}
