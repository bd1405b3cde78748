package mx.yume.platform;

import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Work that has to ask somebody outside, a provider, while nobody holds a transaction. It may be done more than once: a crash after
 * the work and before its record makes somebody work again. So it first looks for what it did before, and does one step at a time:
 * what was asked of a provider is recorded before the next thing is asked.
 */
public interface OutsideJob {

    /** What came of the work, written in the transaction that ends the job. */
    @FunctionalInterface
    interface Outcome {

        /** @param connection works for the job's organization */
        Uni<Void> record(SqlConnection connection);

        /** There was nothing to do. */
        static Outcome nothing() {
            return connection -> Uni.createFrom().voidItem();
        }
    }

    Set<String> kinds();

    /** Without a transaction, within {@link OutsideWorker#LONGEST}. What it fails with is tried again later, and at last given up. */
    Uni<Outcome> work(Job job);

    /** What is recorded, in the transaction that gives the job up, when it failed for the last time. */
    default Outcome givenUp(Job job, Throwable failure) {
        return Outcome.nothing();
    }
}
