package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.OutboundContent;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.platform.UuidV7;

/** Messages that wait to leave, are leaving or have left. Rows are written in the transaction of what caused them. */
@ApplicationScoped
public class Outbox {

    /** It leaves by the channel of the last message in. A row for the same purpose is already there: nothing happens. */
    private static final String WRITE = """
            insert into outbox (organization_id, id, conversation_id, turn_id, purpose, origin, channel, business_address,
                                person_address, content, due_at, created_at)
            select organization_id, $3, id, $4, $5, origin, channel, business_address, person_address, $6::text::jsonb, $7, $7
            from conversation where organization_id = $1 and id = $2
            on conflict (organization_id, purpose) do nothing
            """;
    /** What a notice offers is what a number or a yes answers from now on: it is the last that the person sees. */
    private static final String OFFER = """
            update conversation set offered = $3::text::jsonb where organization_id = $1 and id = $2
            """;
    /** States only move forward, in whatever order the provider tells them. */
    private static final String STATUS = """
            update outbox set status = $3, error = coalesce($4, error)
            where channel = $1 and provider_message_id = $2
              and array_position(array['pending', 'sending', 'sent', 'delivered', 'read', 'failed'], status)
                < array_position(array['pending', 'sending', 'sent', 'delivered', 'read', 'failed'], $3)
              and not ($3 = 'failed' and status in ('delivered', 'read'))
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a letter on this connection, within its transaction. */
    public Uni<Void> write(SqlConnection connection, OrganizationId organization, Letter letter) {
        return connection.preparedQuery(WRITE)
                .execute(Tuple.from(new Object[]{organization.value(), letter.conversation().value(), UuidV7.next(),
                        letter.turn().map(turn -> turn.value()).orElse(null), letter.purpose(), written(letter.content()),
                        clock.instant().atOffset(ZoneOffset.UTC)}))
                .chain(rows -> rows.rowCount() > 0 && letter.turn().isEmpty() ? offer(connection, organization, letter)
                        : Uni.createFrom().voidItem());
    }

    /** A turn's own reply is kept as offered at the turn's end. */
    private Uni<Void> offer(SqlConnection connection, OrganizationId organization, Letter letter) {
        var options = letter.content().options();
        return options.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(OFFER)
                        .execute(Tuple.of(organization.value(), letter.conversation().value(), written(options)))
                        .replaceWithVoid();
    }

    /**
     * What a provider tells later of a message that it accepted. Told twice, out of order or of a message that is not ours: harmless.
     *
     * @param status sent, delivered, read or failed
     */
    public Uni<Void> status(ChannelName channel, String providerMessageId, String status, Optional<String> error) {
        return database.inScope(Scope.CLAIMS, connection -> connection.preparedQuery(STATUS)
                .execute(Tuple.of(channel.sql(), providerMessageId, status, error.orElse(null))).replaceWithVoid());
    }

    private String written(Object content) {
        try {
            return StorableText.json(json.writeValueAsString(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Content that cannot be written", impossible);
        }
    }

    /** Nothing when it was written by something newer than this instance, or is broken. */
    Optional<OutboundContent> read(String content) {
        try {
            return Optional.of(json.readValue(content, OutboundContent.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
