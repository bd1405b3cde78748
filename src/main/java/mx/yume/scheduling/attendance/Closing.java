package mx.yume.scheduling.attendance;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.scheduling.Appointments;

/**
 * Closes the visits that nobody will touch any more: completed ones {@link Attendance#RATEABLE} after their end, no shows
 * {@link Attendance#DISPUTABLE} after they were marked. What is disputed waits for the owner, however long.
 */
@ApplicationScoped
public class Closing {

    /** In one transaction; more are closed in the next. */
    private static final int BATCH = 500;

    private static final String COMPLETED = """
            update appointment a set closed_at = $1, version = version + 1
            from (select organization_id, id from appointment
                  where status = 'completed' and closed_at is null and ends_at < $2
                  order by ends_at limit $3 for update skip locked) as due
            where a.organization_id = due.organization_id and a.id = due.id
            """;
    private static final String NO_SHOWS = """
            update appointment a set closed_at = $1, version = version + 1
            from (select organization_id, id from appointment
                  where status = 'no_show' and closed_at is null and disputed_at is null and attended_at < $2
                  order by attended_at limit $3 for update skip locked) as due
            where a.organization_id = due.organization_id and a.id = due.id
            """;

    private final Database database;

    Closing(Database database) {
        this.database = database;
    }

    /**
     * Of every organization.
     *
     * @param now business time
     * @return how many it closed
     */
    public Uni<Integer> sweep(Instant now) {
        return sweep(COMPLETED, now, now.minus(Attendance.RATEABLE))
                .chain(completed -> sweep(NO_SHOWS, now, now.minus(Attendance.DISPUTABLE)).map(rest -> completed + rest));
    }

    private Uni<Integer> sweep(String statement, Instant now, Instant before) {
        return database.inScope(Scope.SWEEPS, connection -> batch(connection, statement, now, before))
                .chain(closed -> closed < BATCH ? Uni.createFrom().item(closed)
                        : sweep(statement, now, before).map(rest -> closed + rest));
    }

    private static Uni<Integer> batch(SqlConnection connection, String statement, Instant now, Instant before) {
        return connection.preparedQuery(statement)
                .execute(Tuple.of(Appointments.utc(now), Appointments.utc(before), BATCH)).map(updated -> updated.rowCount());
    }
}
