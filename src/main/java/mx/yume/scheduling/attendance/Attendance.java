package mx.yume.scheduling.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Facts;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Holding;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.attendance.VisitOutcome.BadRating;
import mx.yume.scheduling.attendance.VisitOutcome.Changed;
import mx.yume.scheduling.attendance.VisitOutcome.LongComment;
import mx.yume.scheduling.attendance.VisitOutcome.NotFound;
import mx.yume.scheduling.attendance.VisitOutcome.NotNow;
import mx.yume.scheduling.attendance.VisitOutcome.OnlyTheOwner;
import mx.yume.scheduling.attendance.VisitOutcome.TooEarly;
import mx.yume.scheduling.attendance.VisitOutcome.TooLate;

/**
 * The life of a visit once it has begun, as {@link VisitStage} allows it. Every step compares the version that was seen: of two
 * who answer at once one wins, and the other is told how it is now.
 */
@ApplicationScoped
public class Attendance {

    /** From when the business said so. */
    public static final Duration DISPUTABLE = Duration.ofDays(7);
    /** From the end of the visit. */
    public static final Duration RATEABLE = Duration.ofDays(30);

    static final int LONGEST_COMMENT = 1000;
    /** Of those nobody marked, in one answer. */
    private static final int MOST_PENDING = 100;

    private final Database database;
    private final Holding holding;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Attendance(Database database, Holding holding, FreedTime freedTime, Facts facts, Clock clock) {
        this.database = database;
        this.holding = holding;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The customer will come, until the visit is over; a pending one is confirmed by it. Said again, it stays so.
     *
     * @param start when it was to begin as they were asked: a yes to another time is none
     */
    public Uni<VisitOutcome> affirm(Business business, Actor.Customer by, AppointmentId id, Instant start,
            Alongside alongside) {
        return holding.<VisitOutcome>held(business.id(), by, id, alongside, new NotFound(), (connection, now) -> {
            var visit = new Visit(connection, business.id(), now, clock.instant(), alongside);
            var stage = VisitStage.of(now, visit.at());
            if (stage != VisitStage.BOOKED) {
                return visit.answer(new NotNow(stage, now));
            }
            return now.start().toInstant().equals(start)
                    ? visit.write(VisitRows.affirm(connection, business.id(), id, visit.at()))
                    : visit.answer(new Changed(now));
        });
    }

    /**
     * The customer was there: from the start of the visit on. Time that was still reserved for it is free from this minute on.
     * Also corrects a no show, until that is disputed or closed.
     */
    public Uni<VisitOutcome> complete(Business business, Actor.Staff by, AppointmentId id, int seenVersion,
            Alongside alongside) {
        return step(business.id(), by, id, seenVersion, Step.COMPLETE, alongside,
                visit -> mark(visit, by, AppointmentStatus.COMPLETED));
    }

    /** The customer did not come; as {@link #complete}. Also corrects that, until it is rated or closed. */
    public Uni<VisitOutcome> noShow(Business business, Actor.Staff by, AppointmentId id, int seenVersion,
            Alongside alongside) {
        return step(business.id(), by, id, seenVersion, Step.NO_SHOW, alongside,
                visit -> mark(visit, by, AppointmentStatus.NO_SHOW));
    }

    /** The customer says that they did come, within {@link #DISPUTABLE} of when the business said they had not. */
    public Uni<VisitOutcome> dispute(Business business, Actor.Customer by, AppointmentId id, int seenVersion,
            Alongside alongside) {
        return step(business.id(), by, id, seenVersion, Step.DISPUTE, alongside,
                visit -> disputable(visit).chain(until -> until.isBefore(visit.at())
                        ? visit.answer(new TooLate(visit.local(until)))
                        : visit.write(VisitRows.dispute(visit.connection(), visit.organization(), visit.id(), visit.at()),
                                after -> facts.disputed(visit.connection(), visit.organization(), by, after))));
    }

    /**
     * What the owner says of a dispute.
     *
     * @param came whether they give in; if not it stays a no show, for good
     */
    public Uni<VisitOutcome> settle(Business business, Actor.Staff by, AppointmentId id, int seenVersion, boolean came,
            Alongside alongside) {
        if (business.staffMember(by.member()).filter(member -> member.permission() == Permission.OWNER).isEmpty()) {
            return Uni.createFrom().item(new OnlyTheOwner());
        }
        return came
                ? step(business.id(), by, id, seenVersion, Step.ACCEPT, alongside, visit -> visit.write(VisitRows.mark(
                        visit.connection(), visit.organization(), visit.id(), AppointmentStatus.COMPLETED, visit.at()),
                        settled(visit, by)))
                : step(business.id(), by, id, seenVersion, Step.UPHOLD, alongside, visit -> visit.write(
                        VisitRows.close(visit.connection(), visit.organization(), visit.id(), visit.at()), settled(visit, by)));
    }

    private Function<Appointment, Uni<Void>> settled(Visit visit, Actor.Staff by) {
        return after -> facts.settled(visit.connection(), visit.organization(), by, after);
    }

    /** Once, within {@link #RATEABLE} of a completed visit's end. */
    public Uni<VisitOutcome> rate(Business business, Actor.Customer by, AppointmentId id, int seenVersion, Rating rating,
            Alongside alongside) {
        if (rating.stars() < 1 || rating.stars() > 5) {
            return Uni.createFrom().item(new BadRating());
        }
        if (rating.comment().filter(text -> text.codePointCount(0, text.length()) > LONGEST_COMMENT).isPresent()) {
            return Uni.createFrom().item(new LongComment());
        }
        var kept = new Rating(rating.stars(), rating.comment().map(StorableText::of));
        return step(business.id(), by, id, seenVersion, Step.RATE, alongside,
                visit -> rateable(visit.now()).isBefore(visit.at())
                        ? visit.answer(new TooLate(visit.local(rateable(visit.now()))))
                        : visit.write(VisitRows.rate(visit.connection(), visit.organization(), visit.id(), kept, visit.at())));
    }

    /** What they add to a rating they gave, in place of what they said before; until the visit is closed. */
    public Uni<VisitOutcome> comment(Business business, Actor.Customer by, AppointmentId id, int seenVersion, String comment,
            Alongside alongside) {
        if (comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            return Uni.createFrom().item(new LongComment());
        }
        return step(business.id(), by, id, seenVersion, Step.COMMENT, alongside, visit -> visit.write(VisitRows
                .comment(visit.connection(), visit.organization(), visit.id(), StorableText.of(comment.strip()))));
    }

    /** When nobody has anything more to say: a rated visit at once, others when it is too late to rate or to dispute. */
    public Uni<VisitOutcome> close(Business business, Actor.Staff by, AppointmentId id, int seenVersion, Alongside alongside) {
        return step(business.id(), by, id, seenVersion, Step.CLOSE, alongside,
                visit -> expected(visit).chain(until -> until.isAfter(visit.at())
                        ? visit.answer(new TooEarly(visit.local(until)))
                        : visit.close()));
    }

    /**
     * The latest {@value #MOST_PENDING} visits that are over and of which nobody said how they went, sorted by start.
     *
     * @param staff only those in which this person had a part
     */
    public Uni<List<Appointment>> pendingAttendance(Business business, Optional<StaffId> staff) {
        return database.inTenant(business.id(), connection -> Appointments.unmarked(connection, business.id(), staff,
                clock.instant(), MOST_PENDING));
    }

    /** Those of this customer that can still be rated, the latest first. */
    public Uni<List<Appointment>> rateable(Business business, PersonId customer) {
        return database.inTenant(business.id(), connection -> Appointments.attended(connection, business.id(), customer,
                clock.instant().minus(RATEABLE)))
                .map(visits -> visits.stream()
                        .filter(visit -> VisitStage.of(visit, clock.instant()).after(Step.RATE).isPresent())
                        .sorted(Comparator.comparing(Appointment::end).reversed()).toList());
    }

    /** The row is held, the version the one that was seen, and the table allows the step. */
    private Uni<VisitOutcome> step(OrganizationId organization, Actor by, AppointmentId id, int seenVersion, Step step,
            Alongside alongside, Function<Visit, Uni<VisitOutcome>> work) {
        return holding.<VisitOutcome>held(organization, by, id, alongside, new NotFound(), (connection, now) -> {
            var visit = new Visit(connection, organization, now, clock.instant(), alongside);
            if (now.version() != seenVersion) {
                return visit.answer(new Changed(now));
            }
            var stage = VisitStage.of(now, visit.at());
            return stage.after(step).isPresent() ? work.apply(visit) : visit.answer(new NotNow(stage, now));
        });
    }

    private Uni<VisitOutcome> mark(Visit visit, Actor by, AppointmentStatus status) {
        if (visit.now().start().toInstant().isAfter(visit.at())) {
            return visit.answer(new TooEarly(visit.now().start()));
        }
        return visit.write(giveBackTheRest(visit).chain(() -> VisitRows.mark(visit.connection(), visit.organization(),
                visit.id(), status, visit.at())),
                after -> facts.marked(visit.connection(), visit.organization(), by, after));
    }

    /** From this whole minute on, so that somebody who walks in now finds it free. */
    private Uni<Void> giveBackTheRest(Visit visit) {
        var resources = visit.now().resources();
        var minute = visit.at().truncatedTo(ChronoUnit.MINUTES);
        var until = resources.stream().collect(Collectors.<UUID, UUID, Instant>toMap(Function.identity(), each -> minute));
        return Reservations.queueFor(visit.connection(), resources)
                .chain(() -> Appointments.origin(visit.connection(), visit.organization(), visit.id()))
                .chain(origin -> Reservations.cut(visit.connection(), visit.organization(), visit.id(), until)
                        .chain(claims -> freedTime.freed(visit.connection(), visit.organization(), origin, claims)));
    }

    private static Uni<Instant> expected(Visit visit) {
        return switch (visit.now().status()) {
            case NO_SHOW -> disputable(visit);
            case PENDING, CONFIRMED, COMPLETED, CANCELLED -> Uni.createFrom()
                    .item(visit.now().aftermath().rating().isPresent() ? visit.at() : rateable(visit.now()));
        };
    }

    private static Uni<Instant> disputable(Visit visit) {
        return VisitRows.markedAt(visit.connection(), visit.organization(), visit.id()).map(marked -> marked.plus(DISPUTABLE));
    }

    private static Instant rateable(Appointment visit) {
        return visit.end().toInstant().plus(RATEABLE);
    }
}
