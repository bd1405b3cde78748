package mx.yume.scheduling.attendance;

import java.time.Instant;
import java.util.Locale;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Appointments;

/** What is kept of a visit after it. Whoever writes holds the appointment's row. */
final class VisitRows {

    /** The demo's visits were marked as they ended. */
    private static final String MARKED_AT = "select coalesce(attended_at, ends_at) as marked from appointment where organization_id = $1 and id = $2";
    /** Who is said not to have come after all may say again that they did. */
    private static final String MARK = """
            update appointment set status = $3, attended_at = $4, version = version + 1,
                                   disputed_at = case when $3 = 'no_show' then null else disputed_at end
            where organization_id = $1 and id = $2
            """;
    private static final String AFFIRM = """
            update appointment set confirmed_at = $3, status = 'confirmed'
            where organization_id = $1 and id = $2 and status in ('pending', 'confirmed')
            """;
    private static final String DISPUTE = """
            update appointment set disputed_at = $3, version = version + 1 where organization_id = $1 and id = $2
            """;
    private static final String RATE = """
            update appointment set rated_at = $3, rating = $4, rating_comment = $5, version = version + 1
            where organization_id = $1 and id = $2
            """;
    private static final String COMMENT = """
            update appointment set rating_comment = $3, version = version + 1 where organization_id = $1 and id = $2
            """;
    private static final String CLOSE = """
            update appointment set closed_at = $3, version = version + 1 where organization_id = $1 and id = $2
            """;

    private VisitRows() {}

    /** When the business last said how the visit went. */
    static Uni<Instant> markedAt(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return connection.preparedQuery(MARKED_AT).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.iterator().next().getOffsetDateTime("marked").toInstant());
    }

    static Uni<Void> mark(SqlConnection connection, OrganizationId organization, AppointmentId id, AppointmentStatus status,
            Instant now) {
        return connection.preparedQuery(MARK).execute(Tuple.of(organization.value(), id.value(),
                status.name().toLowerCase(Locale.ROOT), Appointments.utc(now))).replaceWithVoid();
    }

    /** No change of the visit itself: whoever is about to make one goes on with what they saw. */
    static Uni<Void> affirm(SqlConnection connection, OrganizationId organization, AppointmentId id, Instant now) {
        return connection.preparedQuery(AFFIRM).execute(Tuple.of(organization.value(), id.value(), Appointments.utc(now)))
                .replaceWithVoid();
    }

    static Uni<Void> dispute(SqlConnection connection, OrganizationId organization, AppointmentId id, Instant now) {
        return connection.preparedQuery(DISPUTE).execute(Tuple.of(organization.value(), id.value(), Appointments.utc(now)))
                .replaceWithVoid();
    }

    static Uni<Void> rate(SqlConnection connection, OrganizationId organization, AppointmentId id, Rating rating,
            Instant now) {
        return connection.preparedQuery(RATE).execute(Tuple.of(organization.value(), id.value(), Appointments.utc(now),
                (short) rating.stars(), rating.comment().orElse(null))).replaceWithVoid();
    }

    static Uni<Void> comment(SqlConnection connection, OrganizationId organization, AppointmentId id, String comment) {
        return connection.preparedQuery(COMMENT).execute(Tuple.of(organization.value(), id.value(), comment))
                .replaceWithVoid();
    }

    static Uni<Void> close(SqlConnection connection, OrganizationId organization, AppointmentId id, Instant now) {
        return connection.preparedQuery(CLOSE).execute(Tuple.of(organization.value(), id.value(), Appointments.utc(now)))
                .replaceWithVoid();
    }
}
