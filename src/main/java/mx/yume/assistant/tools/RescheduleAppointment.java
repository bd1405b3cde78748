package mx.yume.assistant.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Wanted;

/**
 * reschedule_appointment: another time, other services or other people for an appointment. The first call shows what it would
 * become, the one after a yes to exactly that changes it.
 */
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

    /** One call of the tool. */
    private record Asked(Appointment seen, Wish wish, Change change, Ledger.Call call) {

        Instant start() {
            return change.start().orElse(seen.start()).toInstant();
        }

        List<Wanted> services() {
            return change.services().orElse(List.of());
        }

        /** The yes may have been to the same appointment in an older version. */
        boolean shownIn(Summary.Move move) {
            return move.appointment().equals(seen.id()) && move.newStart().equals(start())
                    && move.services().equals(services());
        }
    }

    /** @param wish services, people and start as far as they are to change; what it leaves out stays */
    Uni<Moving> call(ToolContext context, AppointmentId id, Wish wish) {
        var call = callOf(id, wish);
        return ledger.earlier(context, call).flatMap(earlier -> earlier.isPresent()
                ? Uni.createFrom().item(repeated(earlier.get()))
                : own.find(context, id).flatMap(found -> found.map(seen -> first(context, asked(context, seen, wish, call)))
                        .orElseGet(() -> Uni.createFrom().item(new Moving.NotFound()))));
    }

    private static Asked asked(ToolContext context, Appointment seen, Wish wish, Ledger.Call call) {
        var start = wish.start().map(chosen -> chosen.atZone(context.zone())).orElse(seen.start());
        return new Asked(seen, wish, Difference.of(context.business(), wish, seen).start(start), call);
    }

    private Uni<Moving> first(ToolContext context, Asked asked) {
        if (!own.open(context, asked.seen())) {
            return Uni.createFrom().item(changed(context, asked.seen()));
        }
        if (asked.change().describes(asked.seen())) {
            return Uni.createFrom().item(new Moving.SameTime(asked.seen()));
        }
        var agreed = errands.confirmed(context, FlowKind.MODIFY)
                .flatMap(shown -> shown instanceof Summary.Move move && asked.shownIn(move) ? Optional.of(move)
                        : Optional.empty());
        if (agreed.isEmpty()) {
            return preview(context, asked);
        }
        return agreed.get().version() == asked.seen().version() ? change(context, asked, agreed.get())
                : Uni.createFrom().item(changed(context, asked.seen()));
    }

    /** With those who were shown, for what was shown. */
    private Uni<Moving> change(ToolContext context, Asked asked, Summary.Move shown) {
        var change = shown.services().isEmpty() ? asked.change() : asked.change().services(shown.shown());
        var actor = new Actor.Customer(context.turn().person().id());
        var recording = ledger.recording(context, asked.call(), after -> new Effected.Moved(asked.seen(), after));
        return shown.agreed()
                .map(agreed -> agenda.change(context.business(), actor, asked.seen().id(), shown.version(), change, agreed,
                        recording))
                .orElseGet(() -> agenda.change(context.business(), actor, asked.seen().id(), shown.version(), change,
                        recording))
                .chain(outcome -> outcome instanceof MoveOutcome.Refused(var why) && showsAnother(why, shown)
                        ? preview(context, asked)
                        : Uni.createFrom().item(told(context, asked, outcome)));
    }

    /** Somebody else may be free then, or the price may be another: that is shown before it is done. */
    private static boolean showsAnother(Refusal why, Summary.Move shown) {
        return why instanceof Refusal.OtherPrice || why instanceof Refusal.OtherPlan || !shown.services().isEmpty();
    }

    private Moving told(ToolContext context, Asked asked, MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(var before, var after) -> {
                errands.to(context, FlowKind.MODIFY, FlowState.CONFIRMED, errands.draft(context));
                yield new Moving.Moved(before, after, false);
            }
            case MoveOutcome.Refused(var why) -> refused(context, asked, why);
            case MoveOutcome.Unchanged(var now) -> new Moving.SameTime(now);
            case MoveOutcome.Changed(var now) -> changed(context, now);
            case MoveOutcome.NotFound() -> new Moving.NotFound();
        };
    }

    private Uni<Moving> preview(ToolContext context, Asked asked) {
        return agenda.previewChange(context.business(), asked.seen(), asked.change()).map(preview -> switch (preview) {
            case Preview.Possible possible -> show(context, asked, possible);
            case Preview.Impossible(var why) -> refused(context, asked, why);
        });
    }

    private Moving show(ToolContext context, Asked asked, Preview.Possible possible) {
        var summary = new Summary.Move(asked.seen().id(), asked.seen().version(), asked.start(), asked.services(),
                Summary.Item.of(possible.parts()), Optional.of(possible.price()));
        var wish = asked.wish().start(summary.newStart(), context.zone());
        errands.show(context, FlowKind.MODIFY, FlowState.CONFIRMING_SUMMARY, draft(context, asked.seen()).wish(wish), summary);
        return new Moving.NeedsConfirmation(asked.seen(), summary);
    }

    private Moving refused(ToolContext context, Asked asked, Refusal why) {
        var wish = asked.wish().start(asked.start(), context.zone()).reopened(context.zone());
        errands.to(context, FlowKind.MODIFY, FlowState.COLLECTING_NEW_DATETIME,
                draft(context, asked.seen()).wish(wish).nothingShown());
        return new Moving.Refused(asked.seen(), why);
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

    private static Ledger.Call callOf(AppointmentId id, Wish wish) {
        var services = wish.services().stream().map(Object::toString).collect(Collectors.joining(","));
        return new Ledger.Call(TOOL, "appointment=%s start=%s services=%s staff=%s".formatted(id,
                wish.start().map(Instant::toString).orElse("same"), services,
                wish.anyStaff() ? "any" : wish.staff().map(Object::toString).orElse("same")));
    }

    private static Moving repeated(Effected earlier) {
        if (earlier instanceof Effected.Moved(var before, var after)) {
            return new Moving.Moved(before, after, true);
        }
        throw new IllegalStateException(TOOL + " recorded " + earlier.getClass());
    }
}
