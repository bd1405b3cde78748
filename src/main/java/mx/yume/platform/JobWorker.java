package mx.yume.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Due(OrganizationId organization, UUID id, String kind) {}

    private static final String DUE = """
            select organization_id, id, kind from job where failed_at is null and due_at <= $1 order by due_at limit $2
            for update skip locked
            """;
    private static final String TAKE = """
            select id, kind, payload::text as payload, origin from job
            where organization_id = $1 and id = $2 and failed_at is null and due_at <= $3 for update skip locked
            """;
    private static final String TAKE_ALIKE = """
            select id, kind, payload::text as payload, origin from job
            where organization_id = $1 and kind = $2 and failed_at is null and due_at <= $3 order by due_at limit $4
            for update skip locked
            """;
    private static final String DONE = "delete from job where organization_id = $1 and id = any ($2)";
    private static final String AGAIN = """
            update job set attempts = attempts + 1, error = $3,
                   due_at = $4::timestamptz + least(interval '1 hour', interval '2 seconds' * power(2, attempts)),
                   failed_at = case when attempts + 1 >= $5 then $4::timestamptz end
            where organization_id = $1 and id = $2 returning failed_at is not null as failed
            """;

    private final Database database;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Clock clock;
    private final WorkLoop<Due> loop;

    JobWorker(Database database, @All List<JobHandler> handlers, Clock clock) {
        this.database = database;
        handlers.forEach(handler -> handler.kinds().forEach(kind -> this.handlers.put(kind, handler)));
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
                    rows.forEach(row -> due.add(new Due(new OrganizationId(row.getUUID("organization_id")), row.getUUID("id"),
                            row.getString("kind"))));
                    due.removeAll(loop.underWay());
                    return List.copyOf(due);
                }));
    }

    /** Of many that broke off together, one at least is done or put off alone. */
    private Uni<Void> work(Due due) {
        return handlers.get(due.kind()) instanceof BatchHandler handler
                ? together(due, handler).onFailure().recoverWithUni(failure -> {
                    LOG.warnf("Jobs of kind %s broke off together, one is tried alone: %s", due.kind(), failure.toString());
                    return alone(due);
                })
                : alone(due);
    }

    private Uni<Void> together(Due due, BatchHandler handler) {
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(TAKE_ALIKE)
                .execute(Tuple.of(due.organization().value(), due.kind(), clock.instant().atOffset(ZoneOffset.UTC),
                        handler.most()))
                .chain(rows -> {
                    var jobs = new ArrayList<Job>();
                    rows.forEach(row -> jobs.add(job(due.organization(), row)));
                    return jobs.isEmpty() ? Uni.createFrom().voidItem()
                            : handler.handle(connection, List.copyOf(jobs)).chain(() -> done(connection, jobs));
                }));
    }

    private Uni<Void> alone(Due due) {
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(TAKE)
                .execute(ids(due).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().voidItem()
                        : handle(connection, job(due.organization(), rows.iterator().next()))))
                .onFailure().recoverWithUni(failure -> again(due, failure));
    }

    private Uni<Void> handle(SqlConnection connection, Job job) {
        var handler = handlers.get(job.kind());
        if (handler == null) {
            return Uni.createFrom().failure(new IllegalStateException("Nobody handles jobs of kind " + job.kind()));
        }
        return handler.handle(connection, job).chain(() -> done(connection, List.of(job)));
    }

    private static Uni<Void> done(SqlConnection connection, List<Job> jobs) {
        return connection.preparedQuery(DONE)
                .execute(Tuple.of(jobs.getFirst().organization().value(), jobs.stream().map(Job::id).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static Job job(OrganizationId organization, Row row) {
        return new Job(organization, row.getUUID("id"), row.getString("kind"), row.getString("payload"),
                row.getString("origin"));
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
