package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.Workers;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** What Twilio could not deliver comes in from its log, once; what it did not tell is asked about. */
@QuarkusTest
class TwilioReconciliationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    FakeTwilio twilio;
    @Inject
    TwilioReconciliation reconciliation;
    @Inject
    Workers workers;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        twilio.reset();
    }

    private static JsonObject inbound(String sid, String text) {
        return new JsonObject().put("sid", sid).put("direction", "inbound").put("from", "whatsapp:+5215511112222")
                .put("to", "whatsapp:" + SalonLupita.NUMBER).put("body", text).put("num_media", "0").put("status", "received");
    }

    private int reconcile() {
        return reconciliation.reconcile().await().atMost(PATIENCE);
    }

    @Test
    void missedMessagesComeInOnceInTheirOrderAndAreAnswered() {
        twilio.logged(inbound("SM1", "hola"));
        twilio.logged(inbound("SM2", "quiero un corte"));
        twilio.logged(inbound("SM3", "sms").put("to", SalonLupita.NUMBER));
        twilio.logged(inbound("SM4", "nuestro").put("direction", "outbound-api"));
        assertThat(reconcile()).isEqualTo(2);
        clock.tick(Duration.ofMinutes(5));
        assertThat(reconcile()).as("again").isZero();
        assertThat(world.rows("select body from inbound_message order by arrival")).containsExactly(List.of("hola"),
                List.of("quiero un corte"));
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.count("select count(*) from outbox where status = 'sent'")).isEqualTo(1);
    }

    @Test
    void twoInstancesReadOnceAndAGapIsReadInPieces() {
        Uni.combine().all().unis(reconciliation.reconcile(), reconciliation.reconcile()).discardItems().await()
                .atMost(PATIENCE);
        assertThat(twilio.asked()).as("an hour in pieces of thirty minutes, read once").hasSizeLessThanOrEqualTo(2)
                .doesNotHaveDuplicates();
        var before = twilio.asked().size();
        clock.tick(Duration.ofHours(8));
        reconcile();
        assertThat(twilio.asked().subList(before, twilio.asked().size())).hasSize(16);
        assertThat(world.rows("select read_until = '%s' from reconciliation".formatted(clock.instant().minusSeconds(60))))
                .containsExactly(List.of("t"));
    }

    @Test
    void whatIsWrittenWhileTheLogIsReadIsForTheNextTime() {
        twilio.whenAsked(() -> clock.tick(Duration.ofSeconds(1)));
        reconcile();
        assertThat(twilio.asked()).as("an hour in pieces of thirty minutes, and not second by second after it").hasSize(2);
    }

    @Test
    void aMessageThatWasNotHeardOfForAnHourIsAskedAbout() {
        twilio.logged(inbound("SM1", "hola"));
        reconcile();
        clock.tick(Duration.ofSeconds(5));
        workers.settle().await().atMost(PATIENCE);
        var sent = twilio.sent().getLast();
        twilio.logged(new JsonObject().put("sid", sent.sid()).put("direction", "outbound-api").put("status", "read"));
        clock.tick(Duration.ofMinutes(59));
        reconcile();
        assertThat(world.rows("select status from outbox")).containsExactly(List.of("sent"));
        clock.tick(Duration.ofMinutes(2));
        reconcile();
        assertThat(world.rows("select status from outbox")).containsExactly(List.of("read"));
        assertThat(twilio.asked()).containsOnlyOnce(sent.sid());
    }
}
