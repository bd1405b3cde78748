package mx.yume.scheduling.waitlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What else commits, or not, together with a change of the list; as {@link mx.yume.scheduling.Alongside} does with the agenda. */
public interface AlongsideEntry {

    /** Runs first: the place to check that whoever asked may still act. */
    Uni<Void> before(SqlConnection connection);

    /** Runs last, and only when something changed: the place to record the effect. */
    Uni<Void> after(SqlConnection connection, WaitlistEntry entry);

    static AlongsideEntry nothing() {
        return new AlongsideEntry() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, WaitlistEntry entry) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
