package mx.yume.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.MoveOutcome.Changed;
import mx.yume.scheduling.MoveOutcome.Moved;
import mx.yume.scheduling.MoveOutcome.NotFound;
import mx.yume.scheduling.MoveOutcome.Refused;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;

/**
 * Another time for an appointment, with the same person and for the price it was booked at; the spot may be another. The old
 * time is given up in the transaction that takes the new one, or not at all.
 */
@ApplicationScoped
class Moving {

    private final Database database;
    private final Settled settled;
    private final Deciding deciding;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Moving(Database database, Settled settled, Deciding deciding, FreedTime freedTime, Facts facts, Clock clock) {
        this.database = database;
        this.settled = settled;
        this.deciding = deciding;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param seenVersion what the customer was shown */
    record Request(PersonId customer, AppointmentId appointment, int seenVersion, ZonedDateTime newStart) {}

    Uni<MoveOutcome> move(OrganizationId organization, Request request, Alongside alongside) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Appointments.lock(connection, organization, request.appointment()))
                .chain(found -> found.filter(appointment -> appointment.of(request.customer()))
                        .map(appointment -> move(connection, organization, appointment, request, alongside))
                        .orElse(Uni.createFrom().item(new NotFound())))));
    }

    private Uni<MoveOutcome> move(SqlConnection connection, OrganizationId organization, Appointment now, Request request,
            Alongside alongside) {
        if (now.version() != request.seenVersion() || !stillAhead(now, clock.instant())) {
            return Uni.createFrom().item(new Changed(now));
        }
        var wish = Wish.moving(now, request.newStart().toInstant());
        return settled.business(connection, organization, wish).chain(business -> business
                .map(open -> move(connection, open, now, wish, alongside))
                .orElse(Uni.createFrom().item(new Refused(new Refusal.UnknownService()))));
    }

    private Uni<MoveOutcome> move(SqlConnection connection, Business business, Appointment before, Wish wish,
            Alongside alongside) {
        return deciding.decide(connection, business, wish).chain(placement -> switch (placement) {
            case DoesNot no -> Uni.createFrom().item(new Refused(no.why()));
            case Fits place -> write(connection, business, before, place)
                    .call(after -> facts.moved(connection, business.id(), before, after))
                    .call(after -> alongside.after(connection, after)).map(after -> new Moved(before, after));
        });
    }

    private Uni<Appointment> write(SqlConnection connection, Business business, Appointment before, Fits place) {
        var after = at(place, before);
        return Reservations.queueFor(connection, resources(before, after))
                .chain(() -> Appointments.origin(connection, business.id(), before.id()))
                .chain(origin -> Reservations.delete(connection, business.id(), before.id())
                        .call(() -> Reservations.insert(connection, business.id(), after, place, clock.instant())
                                .chain(held -> freedTime.announce(connection, business.id(), origin, held)))
                        .chain(freed -> freedTime.freed(connection, business.id(), origin, freed)))
                .chain(() -> Appointments.move(connection, business.id(), after))
                .replaceWith(after);
    }

    private static Set<UUID> resources(Appointment before, Appointment after) {
        var both = new HashSet<>(before.resources());
        both.addAll(after.resources());
        return both;
    }

    private static Appointment at(Fits place, Appointment before) {
        var zone = place.location().zone();
        return new Appointment(before.id(), before.customer(), before.customerName(), place.location().id(),
                Parts.of(place), place.visit().start().atZone(zone), place.visit().end().atZone(zone), before.price(),
                before.status(), before.aftermath(), before.version() + 1);
    }

    /** What has begun is no longer the customer's to change. */
    private static boolean stillAhead(Appointment appointment, Instant now) {
        return switch (appointment.status()) {
            case PENDING, CONFIRMED -> appointment.start().toInstant().isAfter(now);
            case COMPLETED, NO_SHOW, CANCELLED -> false;
        };
    }
}
