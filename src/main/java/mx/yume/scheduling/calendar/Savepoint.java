package mx.yume.scheduling.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** A point of a transaction that can be gone back to: what was tried since was never written. */
final class Savepoint {

    private Savepoint() {}

    static Uni<Void> set(SqlConnection connection) {
        return connection.query("savepoint untouched").execute().replaceWithVoid();
    }

    static Uni<Void> back(SqlConnection connection) {
        return connection.query("rollback to savepoint untouched").execute().replaceWithVoid();
    }
}
