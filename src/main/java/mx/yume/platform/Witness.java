package mx.yume.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What else commits, or not, together with a change somewhere. Both run on the connection of its transaction; a failure of
 * either rolls the change back and reaches the caller.
 *
 * @param <O> what came of the change, refusals included
 */
public interface Witness<O> {

    /** Runs first: the place to check that whoever asked may still act. */
    Uni<Void> before(SqlConnection connection);

    /** Runs last: the place to record what was done, if anything was. */
    Uni<Void> after(SqlConnection connection, O outcome);

    static <O> Witness<O> none() {
        return new Witness<>() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, O outcome) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
