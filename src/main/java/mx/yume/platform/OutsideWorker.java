package mx.yume.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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
import mx.yume.platform.OutsideJob.Outcome;
import mx.yume.platform.watch.LogIds;

/**
 * Works on the jobs that ask somebody outside. A job is claimed with a lease (the database's clock) and an epoch that grows with
 * each claim; it is worked on without a connection; what came of it and the job's end are one transaction, which changes nothing
 * when somebody else has claimed the job meanwhile. When it is due, and due again, is business time.
 */
@ApplicationScoped
public class OutsideWorker {

    /** How long one piece of work may take. */
    public static final Duration LONGEST = Duration.ofSeconds(45);

    private static final Logger LOG = Logger.getLogger(OutsideWorker.class);
    /** Longer than any work, so that nobody needs to renew it. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final int AT_ONCE = 8;
    private static final int MOST_ATTEMPTS = 10;

    private record Due(OrganizationId organization, UUID id) {}

    private record Claimed(Job job, long epoch) {}

    private static final String DUE = """
            select organization_id, id from job
            where failed_at is null and due_at <= $1 and kind = any ($2)
              and (lease_until is null or lease_until < clock_timestamp()) order by due_at limit $3
            """;
    private static final String CLAIM = """
            update job set lease_until = clock_timestamp() + interval '1 second' * $3, epoch = epoch + 1
            where organization_id = $1 and id = $2 and failed_at is null and due_at <= $4
              and (lease_until is null or lease_until < clock_timestamp())
            returning id, kind, payload::text as payload, origin, epoch
            """;
    private static final String END = "delete from job where organization_id = $1 and id = $2 and epoch = $3";
    private static final String AGAIN = """
            update job set attempts = attempts + 1, error = $4, lease_until = null,
                   due_at = $5::timestamptz + least(interval '1 hour', interval '2 seconds' * power(2, attempts)),
                   failed_at = case when attempts + 1 >= $6 then $5::timestamptz end
            where organization_id = $1 and id = $2 and epoch = $3 returning failed_at is not null as failed
            """;

    private final Database database;
    private final Map<String, OutsideJob> handlers = new HashMap<>();
    private final Map<String, WorkMetrics.Watch> watches = new HashMap<>();
    private final Clock clock;
    private final WorkLoop<Due> loop;

    OutsideWorker(Database database, @All List<OutsideJob> handlers, WorkMetrics metrics, Clock clock) {
        this.database = database;
        handlers.forEach(handler -> handler.kinds().forEach(kind -> this.handlers.put(kind, handler)));
        this.handlers.keySet().forEach(kind -> watches.put(kind, metrics.job(kind)));
        this.clock = clock;
        this.loop = new WorkLoop<>("outside jobs", AT_ONCE, this::due, this::work);
    }

    public WorkLoop<?> loop() {
        return loop;
    }

    private Uni<List<Due>> due(int room) {
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(DUE)
                .execute(Tuple.of(now(), handlers.keySet().toArray(String[]::new), room)).map(rows -> {
                    var due = new ArrayList<Due>();
                    rows.forEach(row -> due
                            .add(new Due(new OrganizationId(row.getUUID("organization_id")), row.getUUID("id"))));
                    due.removeAll(loop.underWay());
                    return List.copyOf(due);
                }));
    }

    private Uni<Void> work(Due due) {
        LogIds.job(due.organization().value());
        return claim(due).chain(claimed -> claimed.map(this::work).orElse(Uni.createFrom().voidItem()));
    }

    /** Of two at once the row lets one through: the other finds its lease. */
    private Uni<Optional<Claimed>> claim(Due due) {
        return database.inTenant(due.organization(), connection -> connection.preparedQuery(CLAIM)
                .execute(Tuple.of(due.organization().value(), due.id(), LEASE.toSeconds(), now()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(claimed(due, rows.iterator().next()))));
    }

    private static Claimed claimed(Due due, Row row) {
        return new Claimed(new Job(due.organization(), due.id(), row.getString("kind"), row.getString("payload"),
                row.getString("origin")), row.getLong("epoch"));
    }

    private Uni<Void> work(Claimed claimed) {
        var job = claimed.job();
        var watch = Objects.requireNonNull(watches.get(job.kind()));
        watch.ran();
        return Uni.createFrom().deferred(() -> handler(job).work(job)).ifNoItem().after(LONGEST).fail()
                .chain(outcome -> database.inTenant(job.organization(), connection -> end(connection, claimed, outcome)))
                .invoke(() -> watch.did(1)).onFailure().invoke(watch::failed)
                .onFailure().recoverWithUni(failure -> again(claimed, failure));
    }

    private OutsideJob handler(Job job) {
        return Objects.requireNonNull(handlers.get(job.kind()), () -> "Nobody handles jobs of kind " + job.kind());
    }

    private static Uni<Void> end(SqlConnection connection, Claimed claimed, Outcome outcome) {
        return connection.preparedQuery(END).execute(ids(claimed)).chain(rows -> {
            if (rows.rowCount() == 0) {
                LOG.warnf("Job %s was taken up by somebody else meanwhile: nothing is recorded", claimed.job().id());
                return Uni.createFrom().voidItem();
            }
            return outcome.record(connection);
        });
    }

    private Uni<Void> again(Claimed claimed, Throwable failure) {
        var job = claimed.job();
        var values = ids(claimed).addString(failure.toString()).addOffsetDateTime(now()).addInteger(MOST_ATTEMPTS);
        return database.inTenant(job.organization(), connection -> connection.preparedQuery(AGAIN).execute(values)
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().voidItem()
                        : failed(connection, job, failure, rows.iterator().next().getBoolean("failed"))));
    }

    private Uni<Void> failed(SqlConnection connection, Job job, Throwable failure, boolean forGood) {
        LOG.errorf(failure, "Job %s failed%s", job.id(), forGood ? " for good" : ", will be tried again");
        return forGood ? handler(job).givenUp(job, failure).record(connection) : Uni.createFrom().voidItem();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Tuple ids(Claimed claimed) {
        return Tuple.of(claimed.job().organization().value(), claimed.job().id(), claimed.epoch());
    }
}
