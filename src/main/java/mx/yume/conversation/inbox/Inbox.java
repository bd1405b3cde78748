package mx.yume.conversation.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.turn.Alarm;
import mx.yume.customers.Identities;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.platform.UuidV7;

/**
 * The way in, whatever the channel. A message is acknowledged only after its row is committed; a second delivery of the same one
 * changes nothing.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration ONE_TRY = Duration.ofSeconds(3);

    private static final String RECEIPT = """
            insert into inbound_receipt (organization_id, provider, provider_message_id, received_at)
            values ($1, $2, $3, $4) on conflict do nothing
            """;
    /** The conversation becomes due a pause after this message, but not later than the longest burst allows; once due, it stays. */
    private static final String CONVERSATION = """
            insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                      last_inbound_at, pending_since, due_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
            on conflict (organization_id, person_id, origin) do update
            set channel = excluded.channel, business_address = excluded.business_address,
                person_address = excluded.person_address, last_inbound_at = excluded.last_inbound_at,
                pending_since = coalesce(conversation.pending_since, excluded.pending_since),
                due_at = case when conversation.pending_since is not null and conversation.due_at <= excluded.last_inbound_at
                              then conversation.due_at
                              else least(excluded.due_at,
                                         coalesce(conversation.pending_since, excluded.pending_since) + $10::interval) end
            returning id, due_at
            """;
    private static final String MESSAGE = """
            insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body,
                                         choice_id, raw, received_at, media_url, media_type)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;
    private static final String UNREADABLE = """
            insert into unreadable_event (organization_id, id, provider, reason, raw, received_at)
            values ($1, $2, $3, $4, $5, $6)
            """;

    private final Database database;
    private final Receivers receivers;
    private final Identities identities;
    private final ConversationEvents events;
    private final Alarm alarm;
    private final InboxConfig config;
    private final Clock clock;

    Inbox(Database database, Receivers receivers, Identities identities, ConversationEvents events, Alarm alarm,
            InboxConfig config, Clock clock) {
        this.database = database;
        this.receivers = receivers;
        this.identities = identities;
        this.events = events;
        this.alarm = alarm;
        this.config = config;
        this.clock = clock;
    }

    /** Stores one message. Fails with {@link InboxUnavailable} when the database stays away for {@link InboxConfig#hold}. */
    public Uni<Accepted> accept(InboundMessage message) {
        return held(() -> receivers.owner(message.channel(), message.receivedBy()).chain(owner -> {
            if (owner.isEmpty()) {
                LOG.warnf("Dropped a message to a number that nobody owns: %s, %s", message.channel(),
                        message.providerMessageId());
                return Uni.createFrom().item(new Accepted.UnknownNumber());
            }
            return store(owner.orElseThrow(), message);
        }));
    }

    /** Keeps a delivery that was verified but could not be understood, for a person to look at. */
    public Uni<Void> unreadable(ChannelName channel, String reason, byte[] raw) {
        var id = UuidV7.next();
        LOG.errorf("A signed delivery of %s could not be read (%s); kept as unreadable_event %s", channel, reason, id);
        return held(() -> database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(UNREADABLE)
                .execute(Tuple.of(OrganizationId.YUME.value(), id, channel.sql(), reason,
                        Buffer.buffer(raw), utc(clock.instant())))
                .replaceWithVoid()));
    }

    private Uni<Accepted> store(OrganizationId organization, InboundMessage message) {
        var now = clock.instant();
        return database.inTenant(organization, connection -> receipt(connection, organization, message, now)
                .chain(isNew -> isNew ? enter(connection, organization, message, now)
                        : Uni.createFrom().<Entered>nullItem()))
                .map(entered -> {
                    if (entered == null) {
                        return new Accepted.Duplicate();
                    }
                    alarm.at(entered.dueAt());
                    events.publish(new ConversationEvent(organization, entered.conversation(), ConversationEvent.Kind.INBOUND));
                    return new Accepted.Stored(organization, entered.conversation());
                });
    }

    private record Entered(ConversationId conversation, Instant dueAt) {}

    private Uni<Boolean> receipt(SqlConnection connection, OrganizationId organization, InboundMessage message, Instant now) {
        return connection.preparedQuery(RECEIPT)
                .execute(Tuple.of(organization.value(), message.channel().sql(), message.providerMessageId(), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Entered> enter(SqlConnection connection, OrganizationId organization, InboundMessage message, Instant now) {
        var sender = message.sender();
        return identities.resolve(connection, organization, sender.phone(), sender.userId(), sender.profileName())
                .chain(person -> conversation(connection, organization, person, message, now))
                .chain(entered -> insert(connection, organization, entered, message, now).replaceWith(entered));
    }

    private Uni<Entered> conversation(SqlConnection connection, OrganizationId organization, PersonId person,
            InboundMessage message, Instant now) {
        // A tap is a complete answer: nothing more of the burst is waited for.
        var due = message.kind() == InboundKind.CHOICE ? now : now.plus(config.debounce());
        var row = Tuple.from(new Object[]{organization.value(), ConversationId.next().value(), person.value(),
                message.origin().sql(), message.channel().sql(), message.receivedBy(), message.sender().address(), utc(now),
                utc(due), Interval.of(config.longestBurst())});
        return connection.preparedQuery(CONVERSATION).execute(row).map(rows -> {
            var stored = rows.iterator().next();
            return new Entered(new ConversationId(stored.getUUID("id")), stored.getOffsetDateTime("due_at").toInstant());
        });
    }

    private static Uni<Void> insert(SqlConnection connection, OrganizationId organization, Entered entered,
            InboundMessage message, Instant now) {
        var row = Tuple.from(new Object[]{organization.value(), UuidV7.next(), entered.conversation().value(),
                message.channel().sql(), message.providerMessageId(), message.origin().sql(),
                message.kind().name().toLowerCase(Locale.ROOT), StorableText.of(message.body()),
                message.choiceId().map(id -> StorableText.of(id, 200)).orElse(null),
                Buffer.buffer(message.raw()), utc(now), message.media().map(MediaReference::url).orElse(null),
                message.media().map(MediaReference::contentType).orElse(null)});
        return connection.preparedQuery(MESSAGE).execute(row).replaceWithVoid();
    }

    /** Tries again while the database is away; what the database refuses is not tried again. */
    private <T> Uni<T> held(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(attempt::get).ifNoItem().after(ONE_TRY).fail()
                .onFailure(failure -> !refused(failure)).retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1)).expireIn(config.hold().toMillis())
                .onFailure(failure -> !refused(failure)).transform(InboxUnavailable::new);
    }

    /** Class 22 and 23 of SQLSTATE: the data itself is at fault, another try would end the same way. */
    private static boolean refused(Throwable failure) {
        return failure instanceof PgException refusal && refusal.getSqlState() != null
                && (refusal.getSqlState().startsWith("22") || refusal.getSqlState().startsWith("23"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
