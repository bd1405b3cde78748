package mx.yume.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database.Scope;

/**
 * Works on due jobs. The row is locked while its handler runs and deleted in the same transaction, so a job needs no lease: two
 * instances skip each other's, and a crash leaves it as it was.
 */
@ApplicationScoped
public class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_ATTEMPTS = 10;

    private record Due(OrganizationId organization, UUID id) {}

    private static final String DUE = """
            select organization_id, id from job where failed_at is null and due_at <= $1 order by due_at limit $2
            for update skip locked
            """;
    private static final String TAKE = """
            select id, kind, payload::text as payload, origin from job
            where organization_id = $1 and id = $2 and failed_at is null and due_at <= $3 for update skip locked
            """;
    private static final String DONE = "delete from job where organization_id = $1 and id = $2";
    private static final String AGAIN = """
            update job set attempts = attempts + 1, error = $3,
                   due_at = $4::timestamptz + least(interval '1 hour', interval '2 seconds' * power(2, attempts)),
                   failed_at = case when attempts + 1 >= $5 then $4::timestamptz end
            where organization_id = $1 and id = $2 returning failed_at is not null as failed
            """;

    private final Database database;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Map<String, WorkMetrics.Watch> watches = new HashMap<>();
    private final Clock clock;
    private final WorkLoop<Due> loop;

    JobWorker(Database database, @All List<JobHandler> handlers, WorkMetrics metrics, Clock clock) {
        this.database = database;
        handlers.forEach(handler -> handler.kinds().forEach(kind -> this.handlers.put(kind, handler)));
        this.handlers.keySet().forEach(kind -> watches.put(kind, metrics.job(kind)));
        this.clock = clock;
        this.loop = new WorkLoop<>("jobs", AT_ONCE, this::due, this::work);
    }

    public WorkLoop<?> loop() {
        return loop;
    }

    private Uni<List<Due>> due(int room) {
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(DUE)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), room))
                .map(rows -> {
                    var due = new ArrayList<Due>();
                    rows.forEach(row -> due
                            .add(new Due(new OrganizationId(row.getUUID("organization_id")), row.getUUID("id"))));
                    due.removeAll(loop.underWay());
                    return List.copyOf(due);
                }));
    }

    private Uni<Void> work(Due due) {
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(TAKE)
                .execute(ids(due).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.<WorkMetrics.Watch>empty())
                        : handle(connection, due, rows.iterator().next()).map(Optional::of)))
                .invoke(done -> done.ifPresent(watch -> watch.did(1))).replaceWithVoid()
                .onFailure().recoverWithUni(failure -> again(due, failure));
    }

    /** @return who is to be told once it is committed */
    private Uni<WorkMetrics.Watch> handle(SqlConnection connection, Due due, Row row) {
        var job = new Job(due.organization(), due.id(), row.getString("kind"), row.getString("payload"),
                row.getString("origin"));
        var handler = handlers.get(job.kind());
        var watch = watches.get(job.kind());
        if (handler == null || watch == null) {
            return Uni.createFrom().failure(new IllegalStateException("Nobody handles jobs of kind " + job.kind()));
        }
        watch.ran();
        return handler.handle(connection, job).chain(() -> connection.preparedQuery(DONE).execute(ids(due)))
                .onFailure().invoke(watch::failed).replaceWith(watch);
    }

    private Uni<Void> again(Due due, Throwable failure) {
        var values = ids(due).addString(failure.toString()).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addInteger(MOST_ATTEMPTS);
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(AGAIN).execute(values))
                .invoke(rows -> rows.forEach(row -> LOG.errorf(failure, "Job %s failed%s", due.id(),
                        row.getBoolean("failed") ? " for good" : ", will be tried again")))
                .replaceWithVoid();
    }

    private static Tuple ids(Due due) {
        return Tuple.of(due.organization().value(), due.id());
    }
}
