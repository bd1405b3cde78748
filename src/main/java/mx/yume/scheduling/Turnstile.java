package mx.yume.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/**
 * Whoever books passes, many at once; whoever needs the agenda to stand still stops it, and those who come later wait behind.
 * Row locks alone are not fair: PostgreSQL lets a new FOR SHARE pass somebody who waits with FOR UPDATE, so under a stream of
 * bookings a block might never get its turn. Advisory locks wait in line. Taken before any row of location or staff member,
 * until the transaction ends.
 */
public final class Turnstile {

    /** The first key keeps these locks apart from others of two keys; locks of one key are another space anyway. */
    private static final String PASS = "select pg_advisory_xact_lock_shared(1, hashtext($1::text))";
    private static final String STOP = "select pg_advisory_xact_lock(1, hashtext($1::text))";

    private Turnstile() {}

    public static Uni<Void> pass(SqlConnection connection, OrganizationId organization) {
        return turn(connection, PASS, organization);
    }

    public static Uni<Void> stop(SqlConnection connection, OrganizationId organization) {
        return turn(connection, STOP, organization);
    }

    private static Uni<Void> turn(SqlConnection connection, String lock, OrganizationId organization) {
        return connection.preparedQuery(lock).execute(Tuple.of(organization.value().toString())).replaceWithVoid();
    }
}
