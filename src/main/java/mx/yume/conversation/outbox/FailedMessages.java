package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Messages that failed for good, of all businesses: for whoever looks after the installation. Neither words nor phones are shown. */
@ApplicationScoped
public class FailedMessages {

    /**
     * @param id the end of the message's id, enough to name it
     * @param error code and sentence; the sentence may name a phone
     */
    public record Failed(String id, Instant when, String business, String error) {}

    /** @param newest at most ten */
    public record Overview(long count, List<Failed> newest) {}

    private static final int SHOWN = 10;
    private static final int MOST = 1000;

    private static final String LIST = """
            select right(m.id::text, 8) as id, m.created_at, o.name, coalesce(m.error, '') as error, count(*) over () as total
            from outbox m join organization o on o.organization_id = m.organization_id
            where m.status = 'failed' order by m.created_at desc limit $1
            """;
    /** As if for the first time, in its old place; what it tells of must not be over. A report of the try that failed is none of this. */
    private static final String RETRY = """
            update outbox set status = 'pending', attempts = 0, due_at = $1, error = null, lease_until = null, epoch = epoch + 1,
                   refused_message_ids = case when provider_message_id is null then refused_message_ids
                                              else array_append(refused_message_ids, provider_message_id) end,
                   provider_message_id = null, sent_at = null, sent_template = false
            where (organization_id, id) in (
                select organization_id, id from outbox
                where status = 'failed' and (expires_at is null or expires_at > $1) and ($2::text is null or right(id::text, 8) = $2)
                order by created_at desc limit $3 for update skip locked)
            """;

    /** The same for one, by a person of the business it belongs to. */
    private static final String RETRY_ONE = RETRY.substring(0, RETRY.indexOf("where (organization_id")) + """
            where organization_id = $2 and conversation_id = $3 and id = $4 and status = 'failed'
              and (expires_at is null or expires_at > $1)
            """;

    private final Database database;
    private final Alarm alarm;
    private final Clock clock;

    FailedMessages(Database database, Alarm alarm, Clock clock) {
        this.database = database;
        this.alarm = alarm;
        this.clock = clock;
    }

    public Uni<Overview> list() {
        return database.inScope(Scope.CLAIMS,
                connection -> connection.preparedQuery(LIST).execute(Tuple.of(SHOWN)).map(rows -> {
                    var newest = new ArrayList<Failed>();
                    rows.forEach(row -> newest.add(failed(row)));
                    return new Overview(newest.isEmpty() ? 0 : rows.iterator().next().getLong("total"), List.copyOf(newest));
                }));
    }

    /**
     * @param id as {@link #list} shows it; empty for all, at most 1,000 at a time
     * @return how many are sent again
     */
    public Uni<Integer> retry(Optional<String> id) {
        var now = clock.instant();
        @Nullable
        String which = id.orElse(null);
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(RETRY)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), which, MOST)).map(rows -> rows.rowCount()))
                .invoke(() -> alarm.at(now));
    }

    /**
     * One message of one conversation.
     *
     * @return whether it is sent again: not when it did not fail, or what it tells is over
     */
    public Uni<Boolean> retry(OrganizationId organization, ConversationId conversation, UUID message) {
        var now = clock.instant();
        return database.inTenant(organization, connection -> connection.preparedQuery(RETRY_ONE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), organization.value(), conversation.value(), message))
                .map(rows -> rows.rowCount() > 0)).invoke(() -> alarm.at(now));
    }

    private static Failed failed(Row row) {
        return new Failed(row.getString("id"), row.getOffsetDateTime("created_at").toInstant(), row.getString("name"),
                row.getString("error"));
    }
}
