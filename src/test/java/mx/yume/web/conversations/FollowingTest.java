package mx.yume.web.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvent.Kind;
import mx.yume.conversation.ConversationId;
import mx.yume.testing.SalonLupita;

/** What an open page is told of one conversation. */
class FollowingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whatWasSaidBeforeThePageWasFollowedIsToldAtTheFirstLook() {
        assertThat(told("as it was shown", Multi.createFrom().empty(), "as it is now")).containsExactly("latido", "cambio");
    }

    @Test
    void whatThisInstanceDoesIsToldAtOnce() {
        var looks = new AtomicInteger();
        var following = new Following("same", () -> Uni.createFrom().item("same").invoke(looks::incrementAndGet),
                () -> Uni.createFrom().item(true));
        var event = new ConversationEvent(SalonLupita.ID, new ConversationId(new UUID(1, 1)), Kind.INBOUND);
        assertThat(following.of(Multi.createFrom().item(event)).select().first(2).collect().asList().await().atMost(PATIENCE))
                .containsExactly("latido", "cambio");
        assertThat(looks.get()).as("without asking the database twice").isLessThanOrEqualTo(1);
    }

    private static List<String> told(String shown, Multi<ConversationEvent> events,
            String now) {
        return new Following(shown, () -> Uni.createFrom().item(now), () -> Uni.createFrom().item(true)).of(events)
                .select().first(2).collect().asList().await().atMost(PATIENCE);
    }
}
