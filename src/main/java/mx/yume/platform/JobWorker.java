package mx.yume.platform;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import mx.yume.platform.watch.LogIds;

/**
 * Works on due jobs, but for those that ask somebody outside. The row is locked while its handler runs and deleted in the same transaction, so a job needs no lease: two
 * instances skip each other's, and a crash leaves it as it was.
 */
@ApplicationScoped
public class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_ATTEMPTS = 10;

    private record Due(OrganizationId organization, UUID id, String kind) {}

    /** @param watch who is to be told once it is committed */
    private record Done(Optional<WorkMetrics.Watch> watch, int jobs) {

        void tell() {
            watch.ifPresent(it -> it.did(jobs));
        }
    }

    private static final Done NOTHING = new Done(Optional.empty(), 0);

    private static final String DUE = """
            select organization_id, id, kind from job where failed_at is null and due_at <= $1 and kind <> all ($3)
            order by due_at limit $2 for update skip locked
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
    /** The kinds that {@link OutsideWorker} works on. */
    private final String[] others;
    private final Map<String, WorkMetrics.Watch> watches = new HashMap<>();
    private final Clock clock;
    private final WorkLoop<Due> loop;

    JobWorker(Database database, @All List<JobHandler> handlers, @All List<OutsideJob> others, WorkMetrics metrics,
            Clock clock) {
        this.database = database;
        this.others = others.stream().flatMap(other -> other.kinds().stream()).toArray(String[]::new);
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
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), room, others))
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
        LogIds.job(due.organization().value());
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
                .map(rows -> {
                    var jobs = new ArrayList<Job>();
                    rows.forEach(row -> jobs.add(job(due.organization(), row)));
                    return List.copyOf(jobs);
                })
                .chain(jobs -> jobs.isEmpty() ? Uni.createFrom().item(NOTHING)
                        : watched(due.kind(), handler.handle(connection, jobs).chain(() -> done(connection, jobs)))
                                .map(watch -> new Done(Optional.of(watch), jobs.size()))))
                .invoke(Done::tell).replaceWithVoid();
    }

    private Uni<Void> alone(Due due) {
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(TAKE)
                .execute(ids(due).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(NOTHING)
                        : handle(connection, job(due.organization(), rows.iterator().next()))
                                .map(watch -> new Done(Optional.of(watch), 1))))
                .invoke(Done::tell).replaceWithVoid()
                .onFailure().recoverWithUni(failure -> again(due, failure));
    }

    private Uni<WorkMetrics.Watch> handle(SqlConnection connection, Job job) {
        var handler = handlers.get(job.kind());
        return handler == null
                ? Uni.createFrom().failure(new IllegalStateException("Nobody handles jobs of kind " + job.kind()))
                : watched(job.kind(), handler.handle(connection, job).chain(() -> done(connection, List.of(job))));
    }

    private Uni<WorkMetrics.Watch> watched(String kind, Uni<Void> work) {
        var watch = Objects.requireNonNull(watches.get(kind), kind);
        watch.ran();
        return work.onFailure().invoke(watch::failed).replaceWith(watch);
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
