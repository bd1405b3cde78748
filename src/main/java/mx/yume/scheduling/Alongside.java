package mx.yume.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What else commits, or not, together with a change of the agenda. Both run on the connection of its transaction; a failure of
 * either rolls the change back and reaches the caller.
 */
public interface Alongside {

    /** Runs first: the place to check that whoever asked may still act. */
    Uni<Void> before(SqlConnection connection);

    /** Runs last: the place to record the effect. */
    Uni<Void> after(SqlConnection connection, Appointment appointment);

    /** Runs last when a booking was refused, and nothing was written but what {@link #before} did: a failure takes that back. */
    default Uni<Void> refused(SqlConnection connection, Refusal why) {
        return Uni.createFrom().voidItem();
    }

    static Alongside nothing() {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
