package mx.yume.scheduling;

import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * The one transaction in which an existing appointment changes: its row is locked first, so that of two who ask at once one
 * waits for the other and then finds a newer version than it saw. The turnstile comes before it, as for those who stop the agenda
 * and then lock appointments. Begun anew when somebody else took the time.
 */
@ApplicationScoped
public class Holding {

    private final Database database;

    Holding(Database database) {
        this.database = database;
    }

    /**
     * @param notFound the answer when there is none that the actor may see
     * @param work given the appointment as it is now; compares its version with the one that was seen
     */
    public <T> Uni<T> held(OrganizationId organization, Actor actor, AppointmentId id, Alongside alongside, T notFound,
            BiFunction<SqlConnection, Appointment, Uni<T>> work) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Turnstile.pass(connection, organization))
                .chain(() -> Appointments.lock(connection, organization, id))
                .chain(found -> found.filter(actor::sees).map(now -> work.apply(connection, now))
                        .orElseGet(() -> Uni.createFrom().item(notFound)))));
    }
}
