package mx.yume.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;
import mx.yume.platform.WorkMetrics;

/** Looks how long the oldest due work has been waiting, so that nobody asks the database whenever metrics are read. */
@ApplicationScoped
class QueueLag implements Sweep {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private enum Queue {

        TURNS("conversation", "due_at is not null"), JOBS("job", "failed_at is null"), OUTBOX("outbox",
                "status in ('pending', 'sending')");

        private final String table;
        private final String waiting;

        Queue(String table, String waiting) {
            this.table = table;
            this.waiting = waiting;
        }

        /** By the indexes of what waits: one row for each organization that has something, whatever the backlog. */
        String oldest() {
            return this == JOBS ? "(select min(due_at) from job where failed_at is null)" : """
                    (with recursive tenant as (
                         (select organization_id from %1$s where %2$s order by organization_id limit 1)
                         union all
                         select (select w.organization_id from %1$s w where %2$s and w.organization_id > tenant.organization_id
                                 order by w.organization_id limit 1)
                         from tenant where tenant.organization_id is not null)
                     select min((select w.due_at from %1$s w where %2$s and w.organization_id = tenant.organization_id
                                 order by w.due_at limit 1)) from tenant)
                    """.formatted(table, waiting);
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String OLDEST = Arrays.stream(Queue.values()).map(queue -> queue.oldest() + " as " + queue.column())
            .collect(Collectors.joining(", ", "select ", ""));

    private final Database database;
    private final Map<Queue, AtomicLong> millis = new EnumMap<>(Queue.class);
    private final AtomicInteger reached = new AtomicInteger(1);

    QueueLag(Database database, WorkMetrics metrics) {
        this.database = database;
        for (var queue : Queue.values()) {
            var lag = new AtomicLong();
            millis.put(queue, lag);
            metrics.queue(queue.column(), () -> lag.get() / 1000.0);
        }
        metrics.database(reached::get);
    }

    @Override
    public String name() {
        return "queue-lag";
    }

    @Override
    public String purpose() {
        return "measures how long the oldest due turn, job and message out have been waiting";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** Finds no work for anybody. */
    @Override
    public Uni<Integer> sweep(Instant now) {
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(OLDEST).execute())
                .invoke(rows -> note(rows.iterator().next(), now)).invoke(() -> reached.set(1))
                .onFailure().invoke(() -> reached.set(0)).onCancellation().invoke(() -> reached.set(0)).replaceWith(0);
    }

    /** As measured last, by queue. */
    Map<String, Long> seconds() {
        var seconds = new TreeMap<String, Long>();
        millis.forEach((queue, lag) -> seconds.put(queue.column(), lag.get() / 1000));
        return seconds;
    }

    private void note(Row oldest, Instant now) {
        millis.forEach((queue, lag) -> lag.set(waited(oldest.getOffsetDateTime(queue.column()), now)));
    }

    private static long waited(@Nullable OffsetDateTime due, Instant now) {
        return due == null ? 0 : Math.max(0, Duration.between(due.toInstant(), now).toMillis());
    }
}
