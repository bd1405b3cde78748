package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;

/** The same bad input through the simulator, where it is also put on a page. */
@QuarkusTest
class SimulatorBadInputJourneyTest {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;

    private final SimulatorDoor simulator = new SimulatorDoor();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mx.yume.journeys.BadInputJourneyTest#texts")
    void anyTextIsStoredExactlyAnsweredAndShownAsText(String name, String text) {
        assertThat(Chat.withSalon(yume, simulator, PATY).says(text).body()).isNotBlank();
        assertThat(stored()).isEqualTo(text);
        assertThat(yume.count("select count(*) from turn where status <> 'done'")).isZero();
        assertThat(page()).contains(escaped(text)).doesNotContain("<script", "<img");
    }

    @Test
    void aTapThatNobodyOfferedIsNotTrusted() {
        var chat = Chat.withSalon(yume, simulator, PATY);
        for (var id : new String[]{"yes", "appointment:../../etc/passwd", "'; drop table turn; --",
                "<script>alert(1)</script>"}) {
            assertThat(simulator.deliver(PATY, SalonLupita.NUMBER, "", "<img src=x>", Optional.of(id))).isEqualTo(200);
            assertThat(chat.hears().body()).isNotBlank();
        }
        assertThat(page()).contains("&lt;img src=x&gt;").doesNotContain("<script", "<img");
        assertThat(yume.count("select count(*) from appointment")).isZero();
        assertThat(yume.count("select count(*) from turn where status <> 'done'")).isZero();
    }

    /** The simulator's people have the names it gives them: all that can be claimed of oneself is a number. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "<script>alert(1)</script>", "';drop table person;--", "{braces}", "%00", "525511112222%0A"
            + "x", "99999999999999999999999999"})
    void whoHasNoNumberIsNobody(String digits) {
        var status = Http.post("/simulador/mensajes", Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "de=" + digits + "&para=" + SalonLupita.NUMBER.substring(1) + "&texto=hola");
        assertThat(status).isEqualTo(404);
        assertThat(yume.count("select count(*) from inbound_message")).isZero();
        assertThat(yume.count("select count(*) from person")).isZero();
    }

    private String stored() {
        var hex = yume.rows("select encode(raw, 'hex') from inbound_message").getFirst().getFirst();
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    private static String page() {
        return Http.get("/simulador/conversacion?de=" + PATY.substring(1) + "&para=" + SalonLupita.NUMBER.substring(1));
    }

    private static String escaped(String text) {
        return text.replace('\u0000', '\uFFFD').replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
