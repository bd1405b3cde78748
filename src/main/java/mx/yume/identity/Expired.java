package mx.yume.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Sweep;

/** Links and sessions that open nothing any more are kept for a month, for whoever asks who came in, and then go; codes after a day. */
@ApplicationScoped
class Expired implements Sweep {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration CODES_KEPT = Duration.ofDays(1);
    private static final int MOST = 1000;

    /** How often somebody asked is of no use once it does not count any more. */
    private static final String FORGET = """
            delete from sign_in_limit where (organization_id, key) in (
                select organization_id, key from sign_in_limit where last_asked_at < $1 order by last_asked_at limit $2)
            """;

    private final Database database;

    Expired(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "expired-links";
    }

    @Override
    public String purpose() {
        return "deletes sign-in links and sessions 30 days after they expired, codes after a day, and how often either was asked for";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> delete(connection, "magic_link", now.minus(KEPT))
                .chain(links -> delete(connection, "session", now.minus(KEPT)).map(sessions -> links + sessions))
                .chain(all -> delete(connection, "phone_code", now.minus(CODES_KEPT)).map(codes -> all + codes))
                .call(() -> connection.preparedQuery(FORGET).execute(Tuple.of(
                        now.minus(AskingLimits.WITHIN).atOffset(ZoneOffset.UTC), MOST))));
    }

    private static Uni<Integer> delete(SqlConnection connection, String table, Instant before) {
        return connection.preparedQuery("""
                delete from %1$s where id in (select id from %1$s where expires_at < $1 order by expires_at limit $2)
                """.formatted(table))
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), MOST)).map(rows -> rows.rowCount());
    }
}
