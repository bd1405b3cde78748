package mx.yume.conversation.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.MessageSpan;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.VoiceNote;
import mx.yume.conversation.turn.TurnClaims.Claim;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;

/**
 * The beginning of a turn: which messages it answers is frozen in its row, so that a worker that comes after a crash answers the
 * same ones.
 */
@ApplicationScoped
class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private static final String LOCK_CONVERSATION = """
            select person_id, origin, offered::text as offered, misunderstandings, pending_since, last_inbound_at, traceparent
            from conversation
            where organization_id = $1 and id = $2 and epoch = $3 for update
            """;
    private static final String TAKE_OVER = """
            update turn set epoch = $3, attempts = attempts + 1
            where organization_id = $1 and conversation_id = $2 and status = 'open'
            returning id, attempts, first_received_at, last_received_at
            """;
    static final String OPEN = """
            insert into turn (organization_id, id, conversation_id, epoch, started_at, first_received_at, last_received_at)
            select $1, $3, $2, $4, $5, min(received_at), max(received_at) from inbound_message
            where organization_id = $1 and conversation_id = $2 and turn_id is null and received_at between $6 and $7
            having count(*) > 0
            returning id, attempts, first_received_at, last_received_at
            """;
    static final String FREEZE = """
            update inbound_message set turn_id = $3
            where organization_id = $1 and conversation_id = $2 and turn_id is null and received_at between $4 and $5
            """;
    private static final String NOTHING_PENDING = """
            update conversation set pending_since = null where organization_id = $1 and id = $2
            """;
    private static final String NOTHING_DUE = """
            update conversation set pending_since = null, due_at = null, lease_until = null
            where organization_id = $1 and id = $2
            """;
    static final String MESSAGES = """
            select id, provider, kind, coalesce(transcript, body) as body, choice_id, received_at, media_url, media_type,
                   transcript is not null as heard
            from inbound_message
            where organization_id = $1 and conversation_id = $2 and turn_id = $3 and received_at between $4 and $5
            order by arrival
            """;
    private static final String ACTIVE_FLOW = """
            select id, kind, state, last_active_state, draft::text as draft, abandoned_at from flow
            where organization_id = $1 and conversation_id = $2 and active
            """;
    static final String ABOUT = """
            select not exists (select 1 from consent
                               where organization_id = $1 and person_id = $5 and what = 'privacy_notice') as first_contact,
                   not exists (select 1 from outbox where organization_id = $1 and conversation_id = $2) as unanswered,
                   (select count(*) from inbound_message
                    where organization_id = $1 and conversation_id = $2 and received_at > $3 and received_at <= $4) as recent,
                   (select sent_at from outbox
                    where organization_id = $1 and conversation_id = $2 and (turn_id is not null or content ? 'options')
                    order by sequence desc limit 1) as last_reply_at,
                   coalesce((select f.state = 'EXPIRED' and not exists (
                                 select 1 from turn t where t.organization_id = $1 and t.conversation_id = $2
                                 and t.status <> 'open' and t.started_at > f.updated_at)
                             from flow f where f.organization_id = $1 and f.conversation_id = $2
                             order by f.started_at desc, f.id desc limit 1), false) as expired
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Turns(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when there is nothing to answer (any more), or another claim is newer. */
    Uni<Optional<OpenTurn>> begin(Claim claim) {
        var now = clock.instant();
        return database.inTenant(claim.organization(), connection -> connection.preparedQuery(LOCK_CONVERSATION)
                .execute(Tuple.of(claim.organization().value(), claim.conversation().value(), claim.epoch()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(Optional.empty())
                        : open(connection, claim, now, rows.iterator().next())));
    }

    private Uni<Optional<OpenTurn>> open(SqlConnection connection, Claim claim, Instant now, Row conversation) {
        return takeOver(connection, claim).chain(found -> found != null ? Uni.createFrom().item(found)
                : start(connection, claim, now, conversation)).chain(turn -> {
                    if (turn == null) {
                        return connection.preparedQuery(NOTHING_DUE).execute(ids(claim)).replaceWith(Optional.empty());
                    }
                    return load(connection, claim, turn, now, conversation).map(Optional::of);
                });
    }

    /** @param first when the first of its messages was received, and the last: nowhere else are they looked for */
    private record Held(TurnId id, int attempt, @Nullable OffsetDateTime first, @Nullable OffsetDateTime last) {}

    private static Uni<@Nullable Held> takeOver(SqlConnection connection, Claim claim) {
        return connection.preparedQuery(TAKE_OVER)
                .execute(Tuple.of(claim.organization().value(), claim.conversation().value(), claim.epoch()))
                .map(rows -> rows.size() == 0 ? null : held(rows.iterator().next()));
    }

    /** Nothing waits that came before the conversation began to wait, or after the last message that came at all. */
    private static Uni<@Nullable Held> start(SqlConnection connection, Claim claim, Instant now, Row conversation) {
        var since = conversation.getOffsetDateTime("pending_since");
        var last = conversation.getOffsetDateTime("last_inbound_at");
        if (since == null || last == null) {
            return Uni.createFrom().nullItem();
        }
        var waiting = MessageSpan.of(since.toInstant(), last.toInstant());
        return connection.preparedQuery(OPEN)
                .execute(Tuple.from(new Object[]{claim.organization().value(), claim.conversation().value(),
                        TurnId.next().value(), claim.epoch(), utc(now), waiting.from(), waiting.until()}))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        LOG.errorf("Conversation %s waited for an answer, and none of its messages was found",
                                claim.conversation().value());
                        return Uni.createFrom().<Held>nullItem();
                    }
                    return freeze(connection, claim, held(rows.iterator().next()));
                });
    }

    private static Uni<Held> freeze(SqlConnection connection, Claim claim, Held turn) {
        return connection.preparedQuery(FREEZE)
                .execute(ids(claim).addUUID(turn.id().value()).addOffsetDateTime(turn.first()).addOffsetDateTime(turn.last()))
                .chain(() -> connection.preparedQuery(NOTHING_PENDING).execute(ids(claim))).replaceWith(turn);
    }

    private Uni<OpenTurn> load(SqlConnection connection, Claim claim, Held turn, Instant now, Row conversation) {
        var key = new TurnKey(claim.organization(), claim.conversation(), turn.id(), claim.epoch());
        return Uni.combine().all().unis(
                connection.preparedQuery(MESSAGES).execute(ids(claim).addUUID(turn.id().value())
                        .addOffsetDateTime(turn.first()).addOffsetDateTime(turn.last())),
                connection.preparedQuery(ACTIVE_FLOW).execute(ids(claim)),
                connection.preparedQuery(ABOUT).execute(ids(claim)
                        .addOffsetDateTime(utc(now.minusSeconds(60))).addOffsetDateTime(MessageSpan.of(now, now).until())
                        .addUUID(conversation.getUUID("person_id"))))
                .asTuple().map(found -> {
                    var flow = found.getItem2().size() == 0 ? Optional.<Flow>empty()
                            : Optional.of(flow(found.getItem2().iterator().next()));
                    var about = found.getItem3().iterator().next();
                    var messages = new ArrayList<Incoming>();
                    found.getItem1().forEach(row -> messages.add(incoming(row, about)));
                    return new OpenTurn(key, Origin.ofSql(conversation.getString("origin")),
                            new PersonId(conversation.getUUID("person_id")), turn.attempt(), List.copyOf(messages), flow,
                            offered(conversation.getString("offered")), about.getBoolean("first_contact"),
                            about.getLong("recent"),
                            conversation.getInteger("misunderstandings"), about.getBoolean("expired"), now,
                            Optional.ofNullable(conversation.getString("traceparent")));
                });
    }

    private static Held held(Row row) {
        return new Held(new TurnId(row.getUUID("id")), row.getInteger("attempts"),
                row.getOffsetDateTime("first_received_at"), row.getOffsetDateTime("last_received_at"));
    }

    /** A reply that has not left yet was seen by nobody. */
    private static Incoming incoming(Row row, Row about) {
        var receivedAt = row.getOffsetDateTime("received_at");
        var lastReply = about.getOffsetDateTime("last_reply_at");
        var answersLast = about.getBoolean("unanswered") || (lastReply != null && !receivedAt.isBefore(lastReply));
        return new Incoming(InboundKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("body"),
                Optional.ofNullable(row.getString("choice_id")), receivedAt.toInstant(), answersLast, unheard(row));
    }

    private static Optional<VoiceNote> unheard(Row row) {
        return row.getBoolean("heard") || !row.getString("kind").equals("audio") ? Optional.empty()
                : MediaReference.of(Optional.ofNullable(row.getString("media_url")),
                        Optional.ofNullable(row.getString("media_type")))
                        .map(media -> new VoiceNote(row.getUUID("id"), ChannelName.ofSql(row.getString("provider")), media));
    }

    private static Flow flow(Row row) {
        UUID id = row.getUUID("id");
        return new Flow(id, FlowKind.valueOf(row.getString("kind")), FlowState.valueOf(row.getString("state")),
                FlowState.valueOf(row.getString("last_active_state")), row.getString("draft"),
                Optional.ofNullable(row.getOffsetDateTime("abandoned_at")).map(OffsetDateTime::toInstant), Optional.empty());
    }

    private List<Option> offered(String written) {
        try {
            return json.readValue(written, new TypeReference<List<Option>>() {
            });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Offered options that cannot be read back", impossible);
        }
    }

    private static Tuple ids(Claim claim) {
        return Tuple.of(claim.organization().value(), claim.conversation().value());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
