package mx.yume.assistant.tools;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.customers.PersonId;
import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.Rating;
import mx.yume.scheduling.attendance.VisitOutcome;
import mx.yume.scheduling.attendance.VisitStage;

/** What customers say about visits: that they will come, how it was, a word more, and that they did come. */
@ApplicationScoped
public class VisitTools {

    private static final int GOOD = 4;

    private final Attendance attendance;
    private final OwnAppointments own;
    private final Ledger ledger;
    private final VisitTexts texts;

    VisitTools(Attendance attendance, OwnAppointments own, Ledger ledger, VisitTexts texts) {
        this.attendance = attendance;
        this.own = own;
        this.ledger = ledger;
        this.texts = texts;
    }

    /** The one to be rated: this one of theirs, or the latest that can be. */
    public Uni<Optional<Appointment>> visit(ToolContext context, Optional<AppointmentId> id) {
        return id.map(known -> own.find(context, known)).orElseGet(
                () -> attendance.rateable(context.business(), person(context)).map(visits -> visits.stream().findFirst()));
    }

    /**
     * rate_visit.
     *
     * @param id the latest that can be rated when none is named
     * @param stars 1 to 5; anything else is answered
     */
    public Uni<Answered> rate(ToolContext context, Optional<AppointmentId> id, int stars, Optional<String> comment) {
        var call = new Ledger.Call("rate_visit", "visit=%s rating=%d comment=%s".formatted(
                id.map(AppointmentId::toString).orElse("latest"), stars, comment.orElse("")));
        return once(context, call, () -> visit(context, id).chain(found -> found
                .map(visit -> attendance
                        .rate(context.business(), new Actor.Customer(person(context)), visit.id(), visit.version(),
                                new Rating(stars, comment), recording(context, call, thanks(stars)))
                        .map(outcome -> told(outcome, thanks(stars), this::notRated)))
                .orElseGet(() -> Uni.createFrom().item(new Answered(false, texts.nothingToRate())))));
    }

    /** A word that is added to a rating. */
    public Uni<Answered> comment(ToolContext context, AppointmentId id, String comment) {
        var call = new Ledger.Call("comment_visit", "visit=%s comment=%s".formatted(id, comment));
        var thanks = texts.commented(context.business().publicName());
        return once(context, call, () -> own.find(context, id).chain(found -> found
                .map(visit -> attendance.comment(context.business(), new Actor.Customer(person(context)), id, visit.version(),
                        comment, recording(context, call, thanks)).map(outcome -> told(outcome, thanks, this::notRated)))
                .orElseGet(() -> Uni.createFrom().item(new Answered(false, texts.nothingToRate())))));
    }

    /** They will come, to a visit as they were reminded of it. */
    public Uni<Answered> attend(ToolContext context, AppointmentId id, Instant start) {
        var call = new Ledger.Call("confirm_visit", "visit=%s start=%s".formatted(id, start));
        var sentence = texts.expected(SpanishDates.dateTime(start.atZone(context.zone())), context.business().publicName());
        return once(context, call, () -> attendance.affirm(context.business(), new Actor.Customer(person(context)), id, start,
                recording(context, call, sentence)).map(outcome -> switch (outcome) {
                    case VisitOutcome.Done _ -> new Answered(true, sentence);
                    case VisitOutcome.Changed(var now) ->
                        new Answered(false, texts.movedSince(SpanishDates.dateTime(now.start())));
                    case VisitOutcome.NotNow(var stage, _) -> new Answered(false, stage == VisitStage.CANCELLED
                            ? texts.cancelledSince()
                            : texts.over());
                    case Explained explained -> new Answered(false, explained.sentence());
                }));
    }

    /** They did come, whatever the business says. */
    public Uni<Answered> dispute(ToolContext context, AppointmentId id) {
        var call = new Ledger.Call("dispute_no_show", "visit=" + id);
        var sentence = texts.disputed(context.business().publicName());
        return once(context, call, () -> own.find(context, id).chain(found -> found
                .map(visit -> attendance.dispute(context.business(), new Actor.Customer(person(context)), id, visit.version(),
                        recording(context, call, sentence))
                        .map(outcome -> told(outcome, sentence, stage -> notDisputed(context, stage))))
                .orElseGet(() -> Uni.createFrom().item(new Answered(false, new VisitOutcome.NotFound().sentence())))));
    }

    private Uni<Answered> once(ToolContext context, Ledger.Call call, Supplier<Uni<Answered>> work) {
        return Traced.call(context, call.tool(), () -> ledger.earlier(context, call)
                .chain(earlier -> earlier.isPresent() && earlier.get() instanceof Effected.Done(var sentence)
                        ? Uni.createFrom().item(new Answered(true, sentence))
                        : work.get()));
    }

    private Alongside recording(ToolContext context, Ledger.Call call, String sentence) {
        return ledger.recording(context, call, visit -> new Effected.Done(sentence));
    }

    private static Answered told(VisitOutcome outcome, String sentence,
            Function<VisitStage, String> why) {
        return switch (outcome) {
            case VisitOutcome.Done _ -> new Answered(true, sentence);
            case VisitOutcome.NotNow(var stage, _) -> new Answered(false, why.apply(stage));
            case Explained explained -> new Answered(false, explained.sentence());
        };
    }

    private String notRated(VisitStage stage) {
        return switch (stage) {
            case RATED, CLOSED -> texts.ratedAlready();
            case BOOKED, PENDING_ATTENDANCE, COMPLETED, NO_SHOW, DISPUTED, CANCELLED -> texts.notAttended();
        };
    }

    private String notDisputed(ToolContext context, VisitStage stage) {
        return switch (stage) {
            case DISPUTED -> texts.disputedAlready(context.business().publicName());
            case CLOSED -> texts.settled(context.business().publicName());
            case COMPLETED, RATED -> texts.attended();
            case BOOKED, PENDING_ATTENDANCE, NO_SHOW, CANCELLED -> stage.sentence();
        };
    }

    private String thanks(int stars) {
        var shown = "⭐".repeat(Math.clamp(stars, 1, 5));
        return stars >= GOOD ? texts.liked(shown) : texts.disliked(shown);
    }

    private static PersonId person(ToolContext context) {
        return context.turn().person().id();
    }
}
