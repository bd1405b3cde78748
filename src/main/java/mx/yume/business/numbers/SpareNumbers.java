package mx.yume.business.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * Numbers that Yume pays for and no business has. They are rows of Yume's own organization: each call works for it for a moment, on
 * a connection that works for another.
 */
@ApplicationScoped
class SpareNumbers {

    /** Customers of the business that had it still write to it: they must not get another's answers. */
    static final Duration QUARANTINE = Duration.ofDays(30);

    private static final String KEEP = """
            insert into spare_number (organization_id, provider, address, resource, sender, released_at, reusable_from)
            values ($1, 'twilio', $2, $3, $4, $5, $6) on conflict (provider, address) do nothing
            """;
    private static final String TAKE = """
            delete from spare_number where organization_id = $1 and (provider, address) in (
                select provider, address from spare_number
                where organization_id = $1 and provider = $2 and resource is not null and reusable_from <= $3
                order by released_at limit 1 for update skip locked)
            returning address, resource, sender
            """;
    private static final String TAKE_OUT = """
            delete from spare_number where organization_id = $1 and provider = 'twilio' and address = $2
            returning address, resource, sender
            """;

    private final Database database;
    private final Clock clock;

    SpareNumbers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param known whether customers had it, so that it must rest first */
    Uni<Void> keep(SqlConnection connection, OrganizationId organization, Held held, boolean known) {
        var now = clock.instant();
        return database.lending(connection, organization, OrganizationId.YUME, () -> connection.preparedQuery(KEEP)
                .execute(
                        Tuple.from(new Object[]{OrganizationId.YUME.value(), held.number().e164(), held.resource().orElse(null),
                                held.sender().orElse(null), utc(now), utc(known ? now.plus(QUARANTINE) : now)}))
                .replaceWithVoid());
    }

    /** The one that has rested longest, for good: nobody else gets it. Empty when there is none that can be used. */
    Uni<Optional<Held>> take(SqlConnection connection, OrganizationId organization, String provider) {
        return database.lending(connection, organization, OrganizationId.YUME, () -> connection.preparedQuery(TAKE)
                .execute(Tuple.of(OrganizationId.YUME.value(), provider, utc(clock.instant())))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(held(rows.iterator().next()))));
    }

    /** This one, by a person's decision, whether it has rested or not; empty when it is not among them. */
    Uni<Optional<Held>> takeOut(SqlConnection connection, OrganizationId organization, PhoneNumber number) {
        return database.lending(connection, organization, OrganizationId.YUME, () -> connection.preparedQuery(TAKE_OUT)
                .execute(Tuple.of(OrganizationId.YUME.value(), number.e164()))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(held(rows.iterator().next()))));
    }

    private static Held held(Row row) {
        return new Held(new PhoneNumber(row.getString("address")), Optional.ofNullable(row.getString("resource")),
                Optional.ofNullable(row.getString("sender")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
