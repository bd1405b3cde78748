package mx.yume.scheduling;

import java.util.Set;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;

/** What others do to a transaction that would go through alone, and how often it is begun anew. */
public final class Contention {

    /** exclusion_violation: somebody took the time between our read and our write. */
    private static final String TAKEN = "23P01";
    /** deadlock_detected, lock_not_available. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("40P01", "55P03");
    private static final int WAITS = 3;
    /** Each time somebody else got a person or a spot; more often than any salon has of them. */
    private static final int LOSSES = 32;

    private Contention() {}

    /** The transaction reads again what it decides on each time it is begun. */
    public static <T> Uni<T> retried(Supplier<Uni<T>> transaction) {
        return Uni.createFrom().<T>deferred(transaction::get)
                .onFailure(Contention::waitedInVain).retry().atMost(WAITS)
                .onFailure(Contention::taken).retry().atMost(LOSSES);
    }

    public static Uni<Void> limitWaiting(SqlConnection connection) {
        return connection.preparedQuery("select set_config('lock_timeout', '2s', true)").execute().replaceWithVoid();
    }

    private static boolean taken(Throwable failure) {
        return failure instanceof PgException database && TAKEN.equals(database.getSqlState());
    }

    private static boolean waitedInVain(Throwable failure) {
        return failure instanceof PgException database && WAITED_IN_VAIN.contains(database.getSqlState());
    }
}
