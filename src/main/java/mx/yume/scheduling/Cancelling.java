package mx.yume.scheduling;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.CancelOutcome.AlreadyCancelled;
import mx.yume.scheduling.CancelOutcome.Cancelled;
import mx.yume.scheduling.CancelOutcome.Changed;
import mx.yume.scheduling.CancelOutcome.NotFound;

/** A customer gives up an appointment: its time is free for others from that moment. */
@ApplicationScoped
class Cancelling {

    private final Database database;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Cancelling(Database database, FreedTime freedTime, Facts facts, Clock clock) {
        this.database = database;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    Uni<CancelOutcome> cancel(OrganizationId organization, PersonId customer, AppointmentId id, int seenVersion,
            Alongside alongside) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Appointments.cancel(connection, organization, customer, id, seenVersion, clock.instant()))
                .chain(cancelled -> cancelled
                        ? release(connection, organization, id, alongside)
                        : explain(connection, organization, customer, id))));
    }

    private Uni<CancelOutcome> release(SqlConnection connection, OrganizationId organization, AppointmentId id,
            Alongside alongside) {
        return Appointments.find(connection, organization, id).map(found -> found.orElseThrow())
                .call(appointment -> giveBack(connection, organization, appointment))
                .call(appointment -> facts.cancelled(connection, organization, appointment))
                .call(appointment -> alongside.after(connection, appointment)).map(Cancelled::new);
    }

    private Uni<Void> giveBack(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return Reservations.queueFor(connection, appointment.resources())
                .chain(() -> Appointments.origin(connection, organization, appointment.id()))
                .chain(origin -> Reservations.delete(connection, organization, appointment.id())
                        .chain(claims -> freedTime.freed(connection, organization, origin, claims)));
    }

    private static Uni<CancelOutcome> explain(SqlConnection connection, OrganizationId organization, PersonId customer,
            AppointmentId id) {
        return Appointments.find(connection, organization, id)
                .map(found -> found.filter(appointment -> appointment.of(customer))
                        .map(Cancelling::asItIs).orElse(new NotFound()));
    }

    private static CancelOutcome asItIs(Appointment appointment) {
        return switch (appointment.status()) {
            case CANCELLED -> new AlreadyCancelled(appointment);
            case PENDING, CONFIRMED, COMPLETED, NO_SHOW -> new Changed(appointment);
        };
    }
}
