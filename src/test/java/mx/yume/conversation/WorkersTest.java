package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** The workers as they run in an installation: nobody tells them when. Only business time is in the test's hands. */
@QuarkusTest
@TestProfile(WorkersTest.Running.class)
class WorkersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static class Running implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("yume.workers.enabled", "true", "yume.workers.poll", "50ms", "yume.workers.lease", "3s",
                    "yume.inbox.debounce", "1s", "yume.twilio.timeout", "10s");
        }
    }

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Inbox inbox;
    @Inject
    FakeTwilio twilio;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        twilio.reset();
    }

    @Test
    void aMessageIsAnsweredWhenItsBurstIsOverAndNotBefore() {
        message("SM1", "+525511112222");
        assertThat(world.count("select count(*) from turn")).isZero();
        clock.tick(Duration.ofSeconds(1));
        awaitSent(1);
    }

    @Test
    void nothingStaysClaimedAndNothingLeavesTwice() {
        for (int person = 0; person < 40; person++) {
            message("SM" + person, "+5255111122%02d".formatted(person));
        }
        clock.tick(Duration.ofSeconds(1));
        awaitSent(40);
        await().atMost(PATIENCE).until(() -> world.count(
                "select count(*) from conversation where lease_until is not null or due_at is not null") == 0);
        assertThat(world.count("select count(*) from outbox where attempts <> 1 or doubtful <> 0")).isZero();
        assertThat(twilio.sent()).hasSize(40);
    }

    private void awaitSent(int rows) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.rows("""
                select c.due_at is not null as due, c.lease_until is not null as leased, o.status, o.attempts, o.error
                from conversation c left join outbox o on o.conversation_id = c.id
                """)).hasSize(rows).allSatisfy(row -> assertThat(row.get(2)).isEqualTo("sent")));
    }

    private void message(String id, String phone) {
        inbox.accept(new InboundMessage(ChannelName.TWILIO, Origin.REAL, id, SalonLupita.NUMBER,
                new Sender(Optional.of(new PhoneNumber(phone)), Optional.empty(), "whatsapp:" + phone, Optional.empty()),
                InboundKind.TEXT, "hola", Optional.empty(), "hola".getBytes(StandardCharsets.UTF_8))).await().atMost(PATIENCE);
    }
}
