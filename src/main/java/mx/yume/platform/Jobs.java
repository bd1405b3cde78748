package mx.yume.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** States facts: a job is written in the transaction that made it true, and worked on after the commit. */
@ApplicationScoped
public class Jobs {

    private static final String ADD = """
            insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
            values ($1, $2, $3, $4::text::jsonb, $5, $6, $7)
            """;

    private final Clock clock;

    Jobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * States that something happened, on the connection of the transaction that made it so.
     *
     * @param payload JSON
     */
    public Uni<Void> add(SqlConnection connection, OrganizationId organization, String kind, String payload, String origin) {
        return add(connection, organization, kind, payload, origin, clock.instant());
    }

    /**
     * As above, for what becomes true by the clock alone.
     *
     * @param due not worked on before, in business time
     */
    public Uni<Void> add(SqlConnection connection, OrganizationId organization, String kind, String payload, String origin,
            Instant due) {
        return connection.preparedQuery(ADD)
                .execute(Tuple.from(new Object[]{organization.value(), UuidV7.next(), kind, payload, origin, utc(due),
                        utc(clock.instant())}))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
