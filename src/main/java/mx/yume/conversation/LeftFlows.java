package mx.yume.conversation;

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

/**
 * Marks the flows that nobody comes back to: abandoned after half an hour, and taken up where they were left; expired after a week,
 * for good. Relaying ends with its handoff, and a number that is being provisioned is waited for by nobody who could come back.
 */
@ApplicationScoped
public class LeftFlows implements Sweep {

    public static final Duration ABANDONED = Duration.ofMinutes(30);
    public static final Duration EXPIRED = Duration.ofDays(7);

    private static final Duration EVERY = Duration.ofMinutes(10);
    /** In one transaction; more are marked in the next. */
    private static final int BATCH = 500;

    /** Claimed and marked in one statement: what another instance has locked is marked there, and a turn's end marks it itself. */
    private static final String ABANDON = """
            update flow f set abandoned_at = $1, version = version + 1
            from (select organization_id, id from flow
                  where active and abandoned_at is null and kind <> 'RELAY' and state <> 'PROVISIONING_NUMBER' and updated_at <= $2
                  order by updated_at limit $3 for update skip locked) as due
            where f.organization_id = due.organization_id and f.id = due.id
            """;
    private static final String EXPIRE = """
            update flow f set state = 'EXPIRED', active = false, abandoned_at = coalesce(abandoned_at, $1), version = version + 1
            from (select organization_id, id from flow
                  where active and kind <> 'RELAY' and state <> 'PROVISIONING_NUMBER' and updated_at <= $2
                  order by updated_at limit $3 for update skip locked) as due
            where f.organization_id = due.organization_id and f.id = due.id
            """;

    private final Database database;

    LeftFlows(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "left-flows";
    }

    @Override
    public String purpose() {
        return "marks flows abandoned after 30 minutes, expired after 7 days";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return all(EXPIRE, now, now.minus(EXPIRED))
                .chain(expired -> all(ABANDON, now, now.minus(ABANDONED)).map(abandoned -> expired + abandoned));
    }

    private Uni<Integer> all(String statement, Instant now, Instant before) {
        return database.inScope(Scope.SWEEPS, connection -> batch(connection, statement, now, before))
                .chain(marked -> marked < BATCH ? Uni.createFrom().item(marked)
                        : all(statement, now, before).map(rest -> marked + rest));
    }

    private static Uni<Integer> batch(SqlConnection connection, String statement, Instant now, Instant before) {
        return connection.preparedQuery(statement)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC), BATCH))
                .map(updated -> updated.rowCount());
    }
}
