package mx.yume.assistant.tools;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.CancelOutcome;

/** cancel_appointment: the first call shows what would be cancelled, the one after a yes to exactly that cancels it. */
@ApplicationScoped
class CancelAppointment {

    static final String TOOL = "cancel_appointment";

    private final Agenda agenda;
    private final Errands errands;
    private final Ledger ledger;
    private final OwnAppointments own;

    CancelAppointment(Agenda agenda, Errands errands, Ledger ledger, OwnAppointments own) {
        this.agenda = agenda;
        this.errands = errands;
        this.ledger = ledger;
        this.own = own;
    }

    Uni<Cancelling> call(ToolContext context, AppointmentId id) {
        var call = new Ledger.Call(TOOL, "appointment=" + id);
        return ledger.earlier(context, call).flatMap(earlier -> earlier.isPresent()
                ? Uni.createFrom().item(repeated(earlier.get()))
                : own.find(context, id).flatMap(found -> found.isPresent() ? first(context, found.get(), call)
                        : Uni.createFrom().item(new Cancelling.NotFound())));
    }

    private Uni<Cancelling> first(ToolContext context, Appointment seen, Ledger.Call call) {
        if (!own.open(context, seen)) {
            return Uni.createFrom().item(seen.status() == AppointmentStatus.CANCELLED
                    ? ended(context, new Cancelling.AlreadyCancelled(seen))
                    : ended(context, new Cancelling.Changed(seen)));
        }
        var summary = new Summary.Cancel(seen.id(), seen.version());
        var confirmed = errands.confirmed(context, FlowKind.CANCEL);
        if (confirmed.filter(summary::equals).isPresent()) {
            return cancel(context, seen, call);
        }
        return Uni.createFrom().item(confirmed.filter(shown -> olderVersion(shown, summary)).isPresent()
                ? ended(context, new Cancelling.Changed(seen))
                : show(context, seen, summary));
    }

    private Uni<Cancelling> cancel(ToolContext context, Appointment seen, Ledger.Call call) {
        return agenda.cancel(context.business(), context.turn().person().id(), seen.id(), seen.version(),
                ledger.recording(context, call, Effected.Cancelled::new)).map(outcome -> switch (outcome) {
                    case CancelOutcome.Cancelled(var appointment) -> {
                        errands.to(context, FlowKind.CANCEL, FlowState.CANCELLED, errands.draft(context));
                        yield new Cancelling.Cancelled(appointment, false);
                    }
                    case CancelOutcome.AlreadyCancelled(var appointment) ->
                        ended(context, new Cancelling.AlreadyCancelled(appointment));
                    case CancelOutcome.Changed(var now) -> ended(context, new Cancelling.Changed(now));
                    case CancelOutcome.NotFound() -> ended(context, new Cancelling.NotFound());
                });
    }

    private Cancelling show(ToolContext context, Appointment seen, Summary.Cancel summary) {
        var draft = (errands.active(context, FlowKind.CANCEL) ? errands.draft(context) : Draft.EMPTY).appointment(seen.id());
        errands.show(context, FlowKind.CANCEL, FlowState.CONFIRMING_CANCELLATION, draft, summary);
        return new Cancelling.NeedsConfirmation(seen, summary);
    }

    /** Nothing is left to be done for this errand. */
    private Cancelling ended(ToolContext context, Cancelling outcome) {
        if (errands.active(context, FlowKind.CANCEL)) {
            errands.drop(context);
        }
        return outcome;
    }

    private static boolean olderVersion(Summary shown, Summary.Cancel now) {
        return shown instanceof Summary.Cancel(var appointment, _) && appointment.equals(now.appointment());
    }

    private static Cancelling repeated(Effected earlier) {
        if (earlier instanceof Effected.Cancelled(var appointment)) {
            return new Cancelling.Cancelled(appointment, true);
        }
        throw new IllegalStateException(TOOL + " recorded " + earlier.getClass());
    }
}
