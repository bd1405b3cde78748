package mx.yume.conversation.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.media.MediaReference;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StorableText;
import mx.yume.platform.UuidV7;

/** Stores messages as rows: any number of them, of any organizations, by one statement that is one transaction. */
@ApplicationScoped
class ArrivalRows {

    /** What became of one message. */
    sealed interface Stored {

        /** @param due when its conversation is, in business time */
        record InConversation(Accepted.Stored accepted, OffsetDateTime due) implements Stored {}

        /** Nothing was stored. */
        record NotAgain(Accepted accepted) implements Stored {}

        /** Somebody else has this sender or their conversation in hand: to be tried again, alone. */
        record Busy() implements Stored {}
    }

    /** Announces each message's organization itself: V21__arrivals_traced.sql. */
    private static final String ACCEPT = """
            select outcome, owner, conversation, due
            from accept_arrivals($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
            """;

    private final Database database;
    private final Receivers receivers;
    private final Interval pause;
    private final Interval longestBurst;
    private final Clock clock;

    ArrivalRows(Database database, Receivers receivers, InboxConfig config, Clock clock) {
        this.database = database;
        this.receivers = receivers;
        this.pause = Interval.of(config.debounce());
        this.longestBurst = Interval.of(config.longestBurst());
        this.clock = clock;
    }

    /**
     * All of them or none; what became of each, in their order.
     *
     * @param patient waits for whoever holds a sender's conversation, and is then never {@link Stored.Busy}: for one alone
     */
    Uni<List<Stored>> store(List<Arrival> arrivals, boolean patient) {
        return database.announcing(ACCEPT, columns(arrivals, patient)).map(rows -> {
            var stored = new ArrayList<Stored>(arrivals.size());
            rows.forEach(row -> stored.add(stored(row)));
            return stored;
        });
    }

    private static Stored stored(Row row) {
        return switch (row.getString("outcome")) {
            case "stored" -> new Stored.InConversation(
                    new Accepted.Stored(new OrganizationId(row.getUUID("owner")),
                            new ConversationId(row.getUUID("conversation"))),
                    row.getOffsetDateTime("due"));
            case "duplicate" -> new Stored.NotAgain(new Accepted.Duplicate());
            case "unknown" -> new Stored.NotAgain(new Accepted.UnknownNumber());
            case "busy" -> new Stored.Busy();
            default -> throw new IllegalStateException("No outcome is called " + row.getString("outcome"));
        };
    }

    private Tuple columns(List<Arrival> arrivals, boolean patient) {
        var messages = arrivals.stream().map(Arrival::message).toList();
        return Tuple.from(new Object[]{patient, clock.instant().atOffset(ZoneOffset.UTC), pause, longestBurst,
                each(messages, UUID[]::new, this::knownOwner),
                each(messages, String[]::new, message -> message.channel().sql()),
                each(messages, String[]::new, InboundMessage::providerMessageId),
                each(messages, String[]::new, message -> message.origin().sql()),
                each(messages, String[]::new, InboundMessage::receivedBy),
                each(messages, String[]::new, message -> message.sender().address()),
                each(messages, String[]::new, message -> message.sender().phone().map(PhoneNumber::e164).orElse(null)),
                each(messages, String[]::new, message -> message.sender().userId().orElse(null)),
                each(messages, String[]::new,
                        message -> message.sender().profileName().map(name -> StorableText.of(name, 256)).orElse(null)),
                each(messages, String[]::new, message -> message.kind().name().toLowerCase(Locale.ROOT)),
                each(messages, String[]::new, message -> StorableText.of(message.body())),
                each(messages, String[]::new, message -> message.choiceId().map(id -> StorableText.of(id, 200)).orElse(null)),
                each(messages, String[]::new, message -> message.media().map(MediaReference::url).orElse(null)),
                each(messages, String[]::new, message -> message.media().map(MediaReference::contentType).orElse(null)),
                each(messages, Buffer[]::new, message -> Buffer.buffer(message.raw())),
                each(messages, UUID[]::new, _ -> UuidV7.next()),
                each(messages, UUID[]::new, _ -> ConversationId.next().value()),
                each(messages, UUID[]::new, _ -> PersonId.next().value()),
                each(arrivals, String[]::new, arrival -> arrival.traceparent().orElse(null))});
    }

    private @Nullable UUID knownOwner(InboundMessage message) {
        return receivers.isYumes(message.channel(), message.receivedBy()) ? OrganizationId.YUME.value() : null;
    }

    private static <M, T> Object each(List<M> messages, IntFunction<@Nullable T[]> array, Function<M, @Nullable T> value) {
        var column = array.apply(messages.size());
        for (int at = 0; at < column.length; at++) {
            column[at] = value.apply(messages.get(at));
        }
        return column;
    }
}
