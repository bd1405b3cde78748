package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Messages of which a provider never told that they arrived: its report may have been lost, or the phone is off. */
@ApplicationScoped
public class Unheard {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration ASKED_AGAIN = Duration.ofHours(6);
    private static final Duration FORGOTTEN = Duration.ofDays(3);
    private static final int AT_ONCE = 50;

    /** Whoever finds one has it: the others find it asked about. */
    private static final String FIND = """
            update outbox set asked_at = $2
            where (organization_id, id) in (
                select organization_id, id from outbox
                where status = 'sent' and channel = $1 and sent_at between $3 and $4 and provider_message_id is not null
                  and (asked_at is null or asked_at <= $5)
                order by sent_at limit $6 for update skip locked)
            returning organization_id, business_address, provider_message_id
            """;

    /** @param from the number it left from, as the channel writes it */
    public record Sent(OrganizationId organization, String from, String providerMessageId) {}

    private final Database database;
    private final Clock clock;

    Unheard(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those sent an hour to three days ago, and not asked about for six hours. */
    public Uni<List<Sent>> next(ChannelName channel) {
        var now = clock.instant();
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(channel.sql(), utc(now), utc(now.minus(FORGOTTEN)), utc(now.minus(PATIENCE)),
                        utc(now.minus(ASKED_AGAIN)), AT_ONCE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Unheard::sent).toList()));
    }

    private static Sent sent(Row row) {
        return new Sent(new OrganizationId(row.getUUID("organization_id")), row.getString("business_address"),
                row.getString("provider_message_id"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
