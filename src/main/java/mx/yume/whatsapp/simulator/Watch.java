package mx.yume.whatsapp.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationId;

/** What one open page is told: that something happened in its conversation, and nothing of anybody else's. */
class Watch {

    /** Sent at once, so that the browser knows it is connected, and again so that proxies keep the connection. */
    static final String HEARTBEAT = "latido";
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(20);

    private final Supplier<Uni<Optional<ConversationId>>> lookup;
    private final AtomicReference<@Nullable ConversationId> mine = new AtomicReference<>();

    /** @param lookup finds the conversation of the page, once there is one */
    Watch(Supplier<Uni<Optional<ConversationId>>> lookup) {
        this.lookup = lookup;
    }

    Multi<String> of(Multi<ConversationEvent> events) {
        var happenings = events.onItem().transformToUniAndConcatenate(this::isMine).filter(yes -> yes).map(yes -> "cambio");
        var heartbeats = Multi.createFrom().ticks().every(BETWEEN_HEARTBEATS).onOverflow().drop().map(tick -> HEARTBEAT);
        return Multi.createBy().merging().streams(happenings, heartbeats);
    }

    /** A conversation begins with a message in: only then an unknown one is looked up. */
    private Uni<Boolean> isMine(ConversationEvent event) {
        var known = mine.get();
        if (known != null || event.kind() != ConversationEvent.Kind.INBOUND) {
            return Uni.createFrom().item(event.conversation().equals(known));
        }
        // Nothing is lost when the database is away just now: the page looks again at the next heartbeat.
        return lookup.get().onFailure().recoverWithItem(Optional.empty()).map(found -> {
            found.ifPresent(mine::set);
            return event.conversation().equals(mine.get());
        });
    }
}
