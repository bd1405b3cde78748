package mx.yume.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;

/**
 * The one way to an appointment, whoever asks. What is read (slots, checks) may be taken by somebody else a moment later; what
 * is booked or moved is decided anew in the transaction that writes it, on the business as it is then: the snapshot passed in
 * only says which business.
 */
@ApplicationScoped
public class Agenda {

    /** Visits that a habit is learnt from: older ones were another life. */
    private static final int REMEMBERED = 12;

    private final Database database;
    private final Outlook outlook;
    private final Booking booking;
    private final Changing changing;
    private final Cancelling cancelling;
    private final AgendaMeter meter;
    private final Clock clock;

    Agenda(Database database, Outlook outlook, Booking booking, Changing changing, Cancelling cancelling,
            AgendaMeter meter, Clock clock) {
        this.database = database;
        this.outlook = outlook;
        this.booking = booking;
        this.changing = changing;
        this.cancelling = cancelling;
        this.meter = meter;
        this.clock = clock;
    }

    /** The starts that {@link #book} would accept now, sorted; empty when there are none. */
    public Uni<List<Slot>> slots(Business business, SlotQuery query) {
        return outlook.slots(business, query, Optional.empty());
    }

    /** The same for somebody: what the waiting list holds for them is free to them. */
    public Uni<List<Slot>> slots(Business business, SlotQuery query, PersonId customer) {
        return outlook.slots(business, query, Optional.of(customer));
    }

    /**
     * The starts that {@link #change} would accept now with the rest of this change, sorted: the appointment's own time is not
     * in its way, but the start it has now is no change of time.
     *
     * @param from the first day, in the location's calendar
     * @param to the last day, included
     */
    public Uni<List<Slot>> slots(Business business, Appointment appointment, Change change, LocalDate from, LocalDate to) {
        return outlook.slots(business, appointment, change, from, to);
    }

    /**
     * The best few of them, sorted by start: where the location keeps its days whole, first those that leave no gap too short
     * to sell; then the earliest.
     *
     * @param count at most this many
     */
    public Uni<List<Slot>> offers(Business business, SlotQuery query, int count) {
        boolean whole = business.location(query.location()).filter(Location::daysKeptWhole).isPresent();
        return slots(business, query).map(slots -> Ranking.best(slots, whole, count));
    }

    /** Why {@link #book} would refuse this now, alternatives included; empty when it would accept. Changes nothing. */
    public Uni<Optional<Refusal>> check(Business business, BookingRequest request) {
        return check(business, Wish.of(request));
    }

    /** Who would give what, when and for how much if {@link #book} were called now. Changes nothing. */
    public Uni<Preview> preview(Business business, BookingRequest request) {
        return outlook.decide(business, Wish.of(request)).map(placement -> switch (placement) {
            case Placement.Fits place -> new Preview.Possible(Parts.of(place), place.price());
            case Placement.DoesNot no -> new Preview.Impossible(no.why());
        });
    }

    /** The same for somebody at the counter. */
    public Uni<Preview> preview(Business business, WalkIn walkIn) {
        return preview(business, walkIn.request(business.location(), clock.instant()));
    }

    /**
     * Why {@link #move} would refuse this start now, alternatives included; empty when it would accept. The appointment's own
     * time is not in its way. Changes nothing.
     *
     * @param appointment as it is now, not begun
     */
    public Uni<Optional<Refusal>> checkMove(Business business, Appointment appointment, ZonedDateTime newStart) {
        return checkChange(business, appointment, Change.to(newStart, Terms.ONLINE));
    }

    /** The same for {@link #change} by somebody who may ask for its terms. */
    public Uni<Optional<Refusal>> checkChange(Business business, Appointment appointment, Change change) {
        return check(business, change.wish(change.terms(), appointment));
    }

    /** What {@link #change} would make of the appointment if it were called now, prices kept included. Changes nothing. */
    public Uni<Preview> previewChange(Business business, Appointment appointment, Change change) {
        return outlook.decide(business, change.wish(change.terms(), appointment)).map(placement -> switch (placement) {
            case Placement.Fits place -> {
                var after = Changing.at(place, appointment);
                yield new Preview.Possible(after.parts(), after.price());
            }
            case Placement.DoesNot no -> new Preview.Impossible(no.why());
        });
    }

    private Uni<Optional<Refusal>> check(Business business, Wish wish) {
        return outlook.decide(business, wish).map(Agenda::refusal);
    }

    /**
     * Without a staff preference whoever is free and has the fewest minutes taken that day, of equals the first in the owner's
     * order. The customer must be known to the business.
     *
     * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
     * @param alongside commits with the appointment; {@code after} runs only when it was booked
     */
    public Uni<BookingOutcome> book(Business business, BookingRequest request, String origin, Alongside alongside) {
        return booking.book(business.id(), Optional.empty(), request, Optional.empty(), origin, alongside)
                .invoke(meter::booked);
    }

    /** The same, but only as it was agreed: prices change, and the person who is free now may charge another. */
    public Uni<BookingOutcome> book(Business business, BookingRequest request, Agreed agreed, String origin,
            Alongside alongside) {
        return booking.book(business.id(), Optional.empty(), request, Optional.of(agreed), origin, alongside)
                .invoke(meter::booked);
    }

    /**
     * Somebody who stands at the counter: now, unless said otherwise, and off the grid. When nobody is free the refusal says when
     * somebody is, the soonest first, and who.
     *
     * @param by the staff member who takes them in
     * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
     */
    public Uni<BookingOutcome> walkIn(Business business, Actor.Staff by, WalkIn walkIn, String origin, Alongside alongside) {
        return booking.book(business.id(), Optional.of(by), walkIn.request(business.location(), clock.instant()),
                Optional.empty(), origin, alongside).invoke(meter::booked);
    }

    /** The same, but only as it was agreed. */
    public Uni<BookingOutcome> walkIn(Business business, Actor.Staff by, WalkIn walkIn, Agreed agreed, String origin,
            Alongside alongside) {
        return booking.book(business.id(), Optional.of(by), walkIn.request(business.location(), clock.instant()),
                Optional.of(agreed), origin, alongside).invoke(meter::booked);
    }

    /**
     * To another time with the same staff member, for the price it was booked at, as the customer may. What has begun cannot
     * be moved: that comes back as {@link MoveOutcome.Changed}.
     *
     * @param seenVersion of the appointment when the customer last saw it
     * @param alongside commits with the move; {@code after}, given the moved appointment, runs only when it was moved
     */
    public Uni<MoveOutcome> move(Business business, PersonId customer, AppointmentId appointment, int seenVersion,
            ZonedDateTime newStart, Alongside alongside) {
        return change(business, new Actor.Customer(customer), appointment, seenVersion, Change.to(newStart, Terms.ONLINE),
                alongside);
    }

    /**
     * Time, services, staff, location and length, in one operation: if what is wanted does not fit, the appointment stays as it
     * is. Services that stay with the same person keep their price. Alternatives may overlap the time it has now, but are
     * never that time itself.
     *
     * @param seenVersion of the appointment when the actor last saw it
     * @param alongside commits with the change; {@code after}, given the changed appointment, runs only when it was changed
     */
    public Uni<MoveOutcome> change(Business business, Actor actor, AppointmentId appointment, int seenVersion, Change change,
            Alongside alongside) {
        return changing.change(business.id(), actor, appointment, seenVersion, change, Optional.empty(), alongside)
                .invoke(meter::changed);
    }

    /** The same, but only as it was agreed; else it stays as it is. */
    public Uni<MoveOutcome> change(Business business, Actor actor, AppointmentId appointment, int seenVersion, Change change,
            Agreed agreed, Alongside alongside) {
        return changing.change(business.id(), actor, appointment, seenVersion, change, Optional.of(agreed), alongside)
                .invoke(meter::changed);
    }

    /** By the customer, before it has begun: else that comes back as {@link CancelOutcome.Changed}. */
    public Uni<CancelOutcome> cancel(Business business, PersonId customer, AppointmentId appointment, int seenVersion,
            Alongside alongside) {
        return cancel(business, new Actor.Customer(customer), appointment, seenVersion, Optional.empty(), alongside);
    }

    /**
     * By the business also when it has begun or is over, as long as nobody said how the visit went.
     *
     * @param seenVersion of the appointment when the actor last saw it
     * @param reason kept with the appointment, up to 300 characters of it
     * @param alongside commits with it; {@code after}, given the cancelled appointment, runs only when it was this call that
     *        cancelled
     */
    public Uni<CancelOutcome> cancel(Business business, Actor actor, AppointmentId appointment, int seenVersion,
            Optional<String> reason, Alongside alongside) {
        return cancelling.cancel(business.id(), actor, appointment, seenVersion, reason, alongside);
    }

    /** Pending or confirmed and not yet over, sorted by start. */
    public Uni<List<Appointment>> upcoming(Business business, PersonId customer) {
        return database.inTenant(business.id(),
                connection -> Appointments.upcoming(connection, business.id(), customer, clock.instant()));
    }

    /** All that are not cancelled and are in this time, begun before it perhaps, sorted by start. */
    public Uni<List<Appointment>> between(Business business, TimeRange range) {
        return database.inTenant(business.id(), connection -> Appointments.between(connection, business.id(),
                business.locations().stream().map(Location::id).toList(), range));
    }

    /** All of somebody's, whatever became of them, the latest start first; at most this many. */
    public Uni<List<Appointment>> history(Business business, PersonId customer, int most) {
        return database.inTenant(business.id(),
                connection -> Appointments.history(connection, business.id(), customer, most));
    }

    /** What they usually have, learnt from their last visits; empty for whoever has no habit. */
    public Uni<Optional<Habit>> habit(Business business, PersonId customer) {
        return database.inTenant(business.id(),
                connection -> Appointments.latest(connection, business.id(), customer, clock.instant(), REMEMBERED))
                .map(visits -> Habit.of(business, visits));
    }

    /** Whoever's it is, in whatever status. */
    public Uni<Optional<Appointment>> appointment(Business business, AppointmentId id) {
        return database.inTenant(business.id(), connection -> Appointments.find(connection, business.id(), id));
    }

    /** The same in the caller's transaction. */
    public Uni<Optional<Appointment>> appointment(SqlConnection connection, Business business, AppointmentId id) {
        return Appointments.find(connection, business.id(), id);
    }

    /**
     * Those of them that are still to come, sorted by start. Nobody moves or cancels one until the caller's transaction ends: what it
     * writes about them is so.
     */
    public Uni<List<Appointment>> expected(SqlConnection connection, OrganizationId organization,
            Collection<AppointmentId> ids) {
        return Appointments.shareExpected(connection, organization, ids.stream().map(AppointmentId::value).toList(),
                clock.instant());
    }

    /** As {@link #between}, in the caller's transaction and of one location. */
    public Uni<List<Appointment>> between(SqlConnection connection, OrganizationId organization, LocationId location,
            TimeRange range) {
        return Appointments.between(connection, organization, List.of(location), range);
    }

    private static Optional<Refusal> refusal(Placement placement) {
        return switch (placement) {
            case Placement.Fits _ -> Optional.empty();
            case Placement.DoesNot no -> Optional.of(no.why());
        };
    }
}
