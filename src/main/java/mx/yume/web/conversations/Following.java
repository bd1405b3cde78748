package mx.yume.web.conversations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ConversationEvent;

/**
 * What an open page is told of one conversation: at once what this instance did, and what another did when the database is asked next.
 * It ends when whoever follows may not any more.
 */
final class Following {

    private static final String CHANGED = "cambio";
    /** Tells the browser and what is between that the connection lives. */
    private static final String HEARTBEAT = "latido";
    private static final String OVER = "adiós";
    private static final Duration LOOKS = Duration.ofSeconds(2);
    /** Of looks. */
    private static final int BETWEEN_HEARTBEATS = 10;

    private final Supplier<Uni<String>> mark;
    private final Supplier<Uni<Boolean>> allowed;
    private final AtomicReference<String> seen;

    /**
     * @param shown the mark of what whoever follows was shown; empty when they do not say
     * @param mark another one than before when there is something new
     * @param allowed whether whoever follows still may
     */
    Following(String shown, Supplier<Uni<String>> mark, Supplier<Uni<Boolean>> allowed) {
        this.seen = new AtomicReference<>(shown);
        this.mark = mark;
        this.allowed = allowed;
    }

    /** @param events of this conversation alone */
    Multi<String> of(Multi<ConversationEvent> events) {
        var looks = Multi.createFrom().ticks().every(LOOKS).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(this::look).onItem().<String>disjoint();
        return Multi.createBy().merging().streams(Multi.createFrom().item(HEARTBEAT), events.map(event -> CHANGED), looks)
                .select().first(told -> !told.equals(OVER));
    }

    /** Nothing is lost when the database is away just now: it is asked again. */
    private Uni<List<String>> look(long tick) {
        return (tick % BETWEEN_HEARTBEATS == BETWEEN_HEARTBEATS - 1 ? stillAllowed() : changed()).onFailure()
                .recoverWithItem(List.of());
    }

    private Uni<List<String>> stillAllowed() {
        return allowed.get().map(yes -> List.of(yes ? HEARTBEAT : OVER));
    }

    private Uni<List<String>> changed() {
        return mark.get().map(now -> {
            var before = seen.getAndSet(now);
            return before.isEmpty() || before.equals(now) ? List.of() : List.of(CHANGED);
        });
    }
}
