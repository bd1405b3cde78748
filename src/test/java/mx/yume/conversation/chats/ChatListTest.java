package mx.yume.conversation.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Who waits for a person comes first, then whoever wrote or was written to last. */
class ChatListTest {

    private final PlainYume yume = PlainYume.fresh();

    @BeforeEach
    void somebodyOfEachKind() {
        wrote("Ana", 1);
        wrote("Beatriz", 240);
        wasTold("Beatriz", 0.5, "sent");
        known("Carmen");
        wasTold("Carmen", 2, "sent");
        wrote("Diana", 3);
        wrote("Elena", 480);
        yume.superuser().execute(
                """
                        insert into handoff (organization_id, id, conversation_id, asked_by, reason, started_at, last_activity_at, told_at)
                        values ('%1$s', gen_random_uuid(), '%2$s', 'customer', 'un tinte', now(), now(), now())"""
                        .formatted(SalonLupita.ID, id("Elena")));
        wrote("Flor", 4);
        wasTold("Flor", 0.1, "dropped");
        known("Gabriela");
    }

    @Test
    void theListHasTheSameOrderHoweverItIsCutIntoPages() {
        assertThat(page(0, 2)).containsExactly("Elena", "Beatriz");
        assertThat(page(2, 2)).containsExactly("Ana", "Carmen");
        assertThat(page(4, 2)).containsExactly("Diana", "Flor");
        assertThat(page(6, 2)).isEmpty();
        assertThat(page(0, 30)).containsExactly("Elena", "Beatriz", "Ana", "Carmen", "Diana", "Flor");
    }

    @Test
    void whetherOthersComeAfterItIsSaid() {
        var list = yume.the(ChatList.class);
        assertThat(list.page(SalonLupita.ID, 2, 2).await().atMost(Duration.ofSeconds(30)).more()).isTrue();
        assertThat(list.page(SalonLupita.ID, 4, 2).await().atMost(Duration.ofSeconds(30)).more()).isFalse();
    }

    private List<String> page(int skipped, int most) {
        return yume.the(ChatList.class).page(SalonLupita.ID, skipped, most).await().atMost(Duration.ofSeconds(30)).chats()
                .stream().map(chat -> chat.name().orElseThrow()).toList();
    }

    private void wrote(String name, double hoursAgo) {
        known(name);
        yume.superuser()
                .execute("update conversation set last_inbound_at = %s where id = '%s'".formatted(ago(hoursAgo), id(name)));
    }

    private void known(String name) {
        var person = yume.named(SalonLupita.ID, name);
        yume.superuser().execute("""
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address)
                values ('%s', '%s', '%s', 'real', 'twilio', '+525500000002', '%s')"""
                .formatted(SalonLupita.ID, id(name), person, name));
    }

    private void wasTold(String name, double hoursAgo, String status) {
        yume.superuser().execute(
                """
                        insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address, person_address,
                                            content, status, due_at, created_at)
                        values ('%1$s', gen_random_uuid(), '%2$s', 'p:%2$s', 'real', 'twilio', '+525500000002', '%3$s',
                                '{"type":"text","body":"Te esperamos."}', '%4$s', %5$s, %5$s)"""
                        .formatted(SalonLupita.ID, id(name), name, status, ago(hoursAgo)));
    }

    private static String ago(double hours) {
        return "timestamptz '2027-01-13 10:00-06' - interval '%s hours'".formatted(hours);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
