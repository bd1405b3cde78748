package mx.yume.conversation.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundMessage;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;
import mx.yume.platform.watch.Traces;

/**
 * The way in, whatever the channel. A message is acknowledged only after its row is committed; a second delivery of the same one
 * changes nothing.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration ONE_TRY = Duration.ofSeconds(3);

    private static final String UNREADABLE = """
            insert into unreadable_event (organization_id, id, provider, reason, raw, received_at)
            values ($1, $2, $3, $4, $5, $6)
            """;

    private final Database database;
    private final Arrivals arrivals;
    private final InboxConfig config;
    private final Clock clock;

    Inbox(Database database, Arrivals arrivals, InboxConfig config, Clock clock) {
        this.database = database;
        this.arrivals = arrivals;
        this.config = config;
        this.clock = clock;
    }

    /** Stores one message. Fails with {@link InboxUnavailable} when the database stays away for {@link InboxConfig#hold}. */
    public Uni<Accepted> accept(InboundMessage message) {
        return accept(List.of(message)).map(List::getFirst);
    }

    /**
     * Stores the messages of one delivery, each for itself and in their order. Done when every one of them is stored or kept as
     * unreadable; fails with {@link InboxUnavailable} when that is not so for any of them, and then the whole delivery can be
     * repeated.
     */
    public Uni<List<Accepted>> accept(List<InboundMessage> messages) {
        var traceparent = Traces.here();
        return messages.isEmpty() ? Uni.createFrom().item(List.of())
                : held(() -> outcomes(messages, traceparent)).call(outcomes -> look(messages, outcomes));
    }

    private Uni<List<Accepted>> outcomes(List<InboundMessage> messages, Optional<String> traceparent) {
        var arriving = messages.stream().map(message -> new Arrival(message, traceparent)).toList();
        arrivals.add(arriving);
        return Uni.join().all(arriving.stream().map(arrival -> Uni.createFrom().completionStage(arrival.outcome())).toList())
                .andFailFast();
    }

    /** What was not stored as a message leaves a line in the log, or is kept for a person to look at. */
    private Uni<Void> look(List<InboundMessage> messages, List<Accepted> outcomes) {
        var kept = Uni.createFrom().voidItem();
        for (int at = 0; at < messages.size(); at++) {
            var message = messages.get(at);
            switch (outcomes.get(at)) {
                case Accepted.Refused(var reason) ->
                    kept = kept.chain(() -> unreadable(message.channel(), reason, message.raw()));
                case Accepted.UnknownNumber() -> LOG.warnf("Dropped a message to a number that nobody owns: %s, %s",
                        message.channel(), message.providerMessageId());
                case Accepted.Stored stored -> {
                    // As it should be.
                }
                case Accepted.Duplicate duplicate -> {
                    // Here already.
                }
            }
        }
        return kept;
    }

    /** Keeps a delivery that was verified but could not be understood, for a person to look at. */
    public Uni<Void> unreadable(ChannelName channel, String reason, byte[] raw) {
        var id = UuidV7.next();
        LOG.errorf("A signed delivery of %s could not be read (%s); kept as unreadable_event %s", channel, reason, id);
        return held(() -> database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(UNREADABLE)
                .execute(Tuple.of(OrganizationId.YUME.value(), id, channel.sql(), reason,
                        Buffer.buffer(raw), clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid()).ifNoItem().after(ONE_TRY).fail());
    }

    /** Tries again while the database is away; what the database refuses is not tried again. */
    private <T> Uni<T> held(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(attempt::get)
                .onFailure(failure -> !Arrivals.refused(failure)).retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1)).expireIn(config.hold().toMillis())
                .onFailure(failure -> !Arrivals.refused(failure)).transform(InboxUnavailable::new);
    }
}
