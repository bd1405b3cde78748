package mx.yume.conversation.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;

/**
 * Makes partitions before they are needed. What comes before its partition is not refused: it lies in the default one, until it is
 * moved from there.
 */
@ApplicationScoped
class PartitionsAhead implements Sweep {

    private static final Duration EVERY = Duration.ofHours(1);
    /** In one sweep, for each table; more are made in the next. */
    private static final int MOST = 50;
    private static final String ENSURE = "select ensure_partition($1, $2, $3)";

    private final Database database;

    PartitionsAhead(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "partitions-ahead";
    }

    @Override
    public String purpose() {
        return "makes the partitions of the coming three months of messages and seven days of traces";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return Multi.createFrom().items(Partitioned.values())
                .onItem().transformToUniAndConcatenate(table -> missing(table, now).chain(periods -> make(table, periods)))
                .collect().with(Collectors.summingInt(made -> made));
    }

    private Uni<List<OffsetDateTime>> missing(Partitioned table, Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(table.missing())
                .execute(Tuple.of(table.ahead(now).toArray(OffsetDateTime[]::new), MOST)).map(rows -> {
                    var periods = new ArrayList<OffsetDateTime>();
                    rows.forEach(row -> periods.add(row.getOffsetDateTime("starts")));
                    return List.copyOf(periods);
                }));
    }

    /** Each in a transaction of its own, so that its locks are held for it alone. */
    private Uni<Integer> make(Partitioned table, List<OffsetDateTime> periods) {
        return Multi.createFrom().iterable(periods)
                .onItem().transformToUniAndConcatenate(starts -> database.inScope(Scope.SWEEPS,
                        connection -> connection.preparedQuery(ENSURE)
                                .execute(Tuple.of(table.table(), starts, table.end(starts)))
                                .map(rows -> rows.iterator().next().getBoolean(0))))
                .filter(made -> made).collect().asList().map(List::size);
    }
}
