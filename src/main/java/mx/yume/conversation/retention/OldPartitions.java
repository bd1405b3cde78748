package mx.yume.conversation.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;

/** Lets go of messages and traces that are too old, a whole partition at once. */
@ApplicationScoped
class OldPartitions implements Sweep {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final String DROP = "select drop_partition($1, $2)";

    private final Database database;
    private final Ages ages;

    OldPartitions(Database database, Ages ages) {
        this.database = database;
        this.ages = ages;
    }

    @Override
    public String name() {
        return "old-partitions";
    }

    @Override
    public String purpose() {
        return "drops the partitions of messages and traces that are past their retention";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return drop(Partitioned.MESSAGES, ages.messages(now))
                .chain(messages -> drop(Partitioned.TRACES, ages.traces(now)).map(traces -> messages + traces));
    }

    /** One after the other, each in a transaction of its own. */
    private Uni<Integer> drop(Partitioned table, Instant before) {
        return database.inScope(Scope.SWEEPS, connection -> connection.preparedQuery(DROP)
                .execute(Tuple.of(table.table(), before.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean(0)))
                .chain(dropped -> dropped ? drop(table, before).map(more -> more + 1) : Uni.createFrom().item(0));
    }
}
