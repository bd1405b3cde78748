package mx.yume.scheduling;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;

/** A new appointment: decided, written and recorded in one transaction, begun anew when somebody else was faster. */
@ApplicationScoped
public class Booking {

    private final Database database;
    private final Settled settled;
    private final Deciding deciding;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Booking(Database database, Settled settled, Deciding deciding, FreedTime freedTime, Facts facts, Clock clock) {
        this.database = database;
        this.settled = settled;
        this.deciding = deciding;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param staff who takes them in; without one the customer books by themselves */
    Uni<BookingOutcome> book(OrganizationId organization, Optional<Actor.Staff> staff, BookingRequest request,
            Optional<Agreed> agreed, String origin, Alongside alongside) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> settled.business(connection, organization, Wish.of(request)))
                .chain(business -> business
                        .map(open -> book(connection, open, staff, request, agreed, origin, alongside))
                        .orElse(Uni.createFrom().item(new Refused(new Refusal.UnknownService()))))
                .call(outcome -> outcome instanceof Refused(var why) ? alongside.refused(connection, why)
                        : Uni.createFrom().voidItem())));
    }

    private Uni<BookingOutcome> book(SqlConnection connection, Business business, Optional<Actor.Staff> staff,
            BookingRequest request, Optional<Agreed> agreed, String origin, Alongside alongside) {
        return deciding.decide(connection, business, Wish.of(request)).chain(placement -> switch (placement) {
            case DoesNot no -> Uni.createFrom().item(new Refused(no.why()));
            case Fits place -> agreed.flatMap(shown -> shown.objection(Parts.of(place), place.price()))
                    .map(why -> Uni.createFrom().<BookingOutcome>item(new Refused(why)))
                    .orElseGet(() -> write(connection, business, request, place, origin)
                            .call(appointment -> state(connection, business, staff, appointment))
                            .call(appointment -> alongside.after(connection, appointment)).map(Booked::new));
        });
    }

    private Uni<Void> state(SqlConnection connection, Business business, Optional<Actor.Staff> staff,
            Appointment appointment) {
        return staff.map(by -> facts.booked(connection, business.id(), by, appointment))
                .orElseGet(() -> facts.booked(connection, business.id(), appointment));
    }

    /** What was decided, in the transaction that decided it; the caller states the fact. */
    public Uni<Appointment> write(SqlConnection connection, Business business, BookingRequest request, Fits place,
            String origin) {
        var appointment = new Appointment(AppointmentId.next(), request.customer(), request.customerName(),
                place.location().id(), Parts.of(place), place.visit().start().atZone(place.location().zone()),
                place.visit().end().atZone(place.location().zone()), place.price(), AppointmentStatus.CONFIRMED,
                Aftermath.NONE, false, 0);
        return Reservations.queueFor(connection, place)
                .chain(() -> Appointments.insert(connection, business.id(), appointment, origin, clock.instant()))
                .chain(() -> Reservations.insert(connection, business.id(), appointment, place, clock.instant()))
                .chain(held -> freedTime.freed(connection, business.id(), origin, held))
                .replaceWith(appointment);
    }
}
