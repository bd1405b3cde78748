package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.FakeMeta;
import mx.yume.whatsapp.meta.Payloads;

/** Over Meta, which also delivers many messages at once and tells later how far ours have come. */
@QuarkusTest
class MetaDeliveryJourneyTest extends DeliveryJourney {

    private static final String TONO = "+525511114444";
    private static final String ANA = "+525511115555";

    @Inject
    FakeMeta meta;

    @Override
    ProviderDoor door() {
        return new MetaDoor();
    }

    @BeforeEach
    void reset() {
        meta.reset();
    }

    @Test
    void oneDeliveryOfManyPeoplesMessagesAnswersEachOfThemOnce() {
        var door = door();
        var messages = new ArrayList<>(List.of(
                MetaDoor.message(door.phone(TONO), "1", "hola", Optional.empty()),
                MetaDoor.message(door.phone(ANA), "2", "¿qué servicios tienen?", Optional.empty()),
                MetaDoor.message(door.phone(TONO), "3", "quiero un corte", Optional.empty())));
        var random = new Random(20_261_129);
        for (int delivery = 0; delivery < 5; delivery++) {
            assertThat(MetaDoor.post(MetaDoor.delivery(door.salon(), messages))).isEqualTo(200);
            Collections.shuffle(messages, random);
        }
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(Chat.withSalon(yume, door, TONO).replies()).hasSize(1);
        assertThat(Chat.withSalon(yume, door, ANA).replies()).hasSize(1);
        assertThat(yume.count("select count(*) from inbound_message")).isEqualTo(3);
        assertThat(yume.count("select count(*) from turn")).isEqualTo(2);
        assertThat(meta.sent()).hasSize(2);
    }

    @Test
    void aMessageWhoseAcceptanceWasNeverHeardOfIsKnownByOurOwnId() {
        meta.loseNextAnswer();
        var tono = Chat.withSalon(yume, door(), TONO);
        tono.says("hola");
        assertThat(yume.rows("select status from outbox")).containsExactly(List.of("pending"));
        var row = yume.rows("select id from outbox").getFirst().getFirst();
        assertThat(report("status-delivered", "wamid.OUT1", row)).isEqualTo(200);
        yume.tick(Duration.ofHours(1));
        yume.settle();
        assertThat(yume.rows("select status, provider_message_id from outbox"))
                .containsExactly(List.of("delivered", "wamid.OUT1"));
        assertThat(meta.sent()).as("not sent again").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400,131026,failed", "400,100,failed", "400,131047,failed", "400,130429,pending", "400,131056,pending",
            "400,80007,pending", "401,190,pending", "503,131016,pending"})
    void everyRefusalHasItsConsequence(int status, int code, String state) {
        meta.refuseNext(status, code);
        Chat.withSalon(yume, door(), TONO).says("hola");
        assertThat(yume.rows("select status, error from outbox")).containsExactly(List.of(state, code + " told to"));
        assertThat(meta.sent()).isEmpty();
        yume.tick(Duration.ofMinutes(16));
        yume.settle();
        assertThat(meta.sent()).hasSize(state.equals("failed") ? 0 : 1);
    }

    @Test
    void statesOnlyMoveForwardInWhateverOrder() {
        Chat.withSalon(yume, door(), TONO).says("hola");
        var sent = yume.rows("select provider_message_id, id from outbox").getFirst();
        for (var payload : List.of("status-read", "status-sent", "status-delivered", "status-failed", "status-read")) {
            assertThat(report(payload, sent.getFirst(), sent.getLast())).isEqualTo(200);
        }
        assertThat(yume.rows("select status from outbox")).containsExactly(List.of("read"));
    }

    private static int report(String payload, String id, String row) {
        return MetaDoor.post(new String(Payloads.recorded(payload), StandardCharsets.UTF_8).replace("wamid.OUT1", id)
                .replace("0199c0de-0000-7000-8000-000000000001", row));
    }
}
