package mx.yume.assistant.tools;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Refusal;

/** reschedule_appointment: the first call shows from when to when, the one after a yes to exactly that moves it. */
@ApplicationScoped
class RescheduleAppointment {

    static final String TOOL = "reschedule_appointment";

    private final Agenda agenda;
    private final Errands errands;
    private final Ledger ledger;
    private final OwnAppointments own;

    RescheduleAppointment(Agenda agenda, Errands errands, Ledger ledger, OwnAppointments own) {
        this.agenda = agenda;
        this.errands = errands;
        this.ledger = ledger;
        this.own = own;
    }

    Uni<Moving> call(ToolContext context, AppointmentId id, Instant newStart) {
        var call = new Ledger.Call(TOOL, "appointment=%s start=%s".formatted(id, newStart));
        return ledger.earlier(context, call).flatMap(earlier -> earlier.isPresent()
                ? Uni.createFrom().item(repeated(earlier.get()))
                : own.find(context, id).flatMap(found -> found.isPresent() ? first(context, found.get(), newStart, call)
                        : Uni.createFrom().item(new Moving.NotFound())));
    }

    private Uni<Moving> first(ToolContext context, Appointment seen, Instant newStart, Ledger.Call call) {
        if (!own.open(context, seen)) {
            return Uni.createFrom().item(changed(context, seen));
        }
        if (seen.start().toInstant().equals(newStart)) {
            return Uni.createFrom().item(new Moving.SameTime(seen));
        }
        var summary = new Summary.Move(seen.id(), seen.version(), newStart);
        var confirmed = errands.confirmed(context, FlowKind.MODIFY);
        if (confirmed.filter(summary::equals).isPresent()) {
            return move(context, seen, newStart, call);
        }
        if (confirmed.filter(shown -> olderVersion(shown, summary)).isPresent()) {
            return Uni.createFrom().item(changed(context, seen));
        }
        return agenda.checkMove(context.business(), seen, newStart.atZone(context.zone())).map(refusal -> refusal
                .<Moving>map(why -> refused(context, seen, newStart, why)).orElseGet(() -> show(context, seen, summary)));
    }

    private Uni<Moving> move(ToolContext context, Appointment seen, Instant newStart, Ledger.Call call) {
        return agenda.move(context.business(), context.turn().person().id(), seen.id(), seen.version(),
                newStart.atZone(context.zone()),
                ledger.recording(context, call, after -> new Effected.Moved(seen, after)))
                .map(outcome -> switch (outcome) {
                    case MoveOutcome.Moved(var before, var after) -> {
                        errands.to(context, FlowKind.MODIFY, FlowState.CONFIRMED, errands.draft(context));
                        yield new Moving.Moved(before, after, false);
                    }
                    case MoveOutcome.Refused(var why) -> refused(context, seen, newStart, why);
                    case MoveOutcome.Unchanged(var now) -> new Moving.SameTime(now);
                    case MoveOutcome.Changed(var now) -> changed(context, now);
                    case MoveOutcome.NotFound() -> new Moving.NotFound();
                });
    }

    private Moving show(ToolContext context, Appointment seen, Summary.Move summary) {
        var draft = draft(context, seen);
        errands.show(context, FlowKind.MODIFY, FlowState.CONFIRMING_SUMMARY,
                draft.wish(draft.wish().start(summary.newStart(), context.zone())), summary);
        return new Moving.NeedsConfirmation(seen, summary);
    }

    private Moving refused(ToolContext context, Appointment seen, Instant newStart, Refusal why) {
        var draft = draft(context, seen);
        var wish = draft.wish().start(newStart, context.zone()).reopened(context.zone());
        errands.to(context, FlowKind.MODIFY, FlowState.COLLECTING_NEW_DATETIME, draft.wish(wish).nothingShown());
        return new Moving.Refused(seen, why);
    }

    /** What was shown is no longer so: this errand ends without having done anything. */
    private Moving changed(ToolContext context, Appointment now) {
        if (errands.active(context, FlowKind.MODIFY)) {
            errands.drop(context);
        }
        return new Moving.Changed(now);
    }

    private Draft draft(ToolContext context, Appointment seen) {
        return (errands.active(context, FlowKind.MODIFY) ? errands.draft(context) : Draft.EMPTY).appointment(seen.id());
    }

    private static boolean olderVersion(Summary shown, Summary.Move now) {
        return shown instanceof Summary.Move(var appointment, _, var start) && appointment.equals(now.appointment())
                && start.equals(now.newStart());
    }

    private static Moving repeated(Effected earlier) {
        if (earlier instanceof Effected.Moved(var before, var after)) {
            return new Moving.Moved(before, after, true);
        }
        throw new IllegalStateException(TOOL + " recorded " + earlier.getClass());
    }
}
