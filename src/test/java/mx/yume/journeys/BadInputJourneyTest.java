package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;

/** What people, and people with bad intentions, send: no 5xx, stored exactly, answered. */
@QuarkusTest
class BadInputJourneyTest {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;

    private final TwilioDoor twilio = new TwilioDoor();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    static Stream<Arguments> texts() {
        return Stream.of(Arguments.of("nothing", ""), Arguments.of("spaces", "   \n "),
                Arguments.of("64 KiB of emoji", "💈".repeat(16_384)),
                Arguments.of("braces", "{braces} {{x}} {#if true}ja{/if} ${jndi:x}"),
                Arguments.of("NUL", "ho\u0000la"), Arguments.of("right to left", "hola \u202Eatic anu\u202C \u2066x\u2069"),
                Arguments.of("SQL", "'; drop table appointment; --"),
                Arguments.of("HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
                Arguments.of("percent", "100% %s %n %00 \\u0000"),
                Arguments.of("control characters", "a\u0007\u001b[31mb\r\nc\td"),
                Arguments.of("combining", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void anyTextIsStoredExactlyAndAnswered(String name, String text) {
        var heard = Chat.withSalon(yume, twilio, PATY).says(text);
        assertThat(heard.body()).isNotBlank();
        assertThat(storedBody()).isEqualTo(text);
        assertThat(yume.count("select count(*) from turn where status = 'failed'")).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void anyProfileNameIsHarmless(String name, String profile) {
        var message = TwilioDoor.message(PATY, SalonLupita.NUMBER, "SMprofile", "hola");
        message.put("ProfileName", profile);
        assertThat(TwilioDoor.post(message)).isEqualTo(200);
        assertThat(Chat.withSalon(yume, twilio, PATY).hears().body()).doesNotContain("alert(1)").doesNotContain("drop table");
        assertThat(yume.count("select count(*) from person where name is not null and profile_name is not null")).isZero();
    }

    @Test
    void halfASurrogatePairIsKeptAsItCame() {
        var form = "MessageSid=SMhalf&From=whatsapp%3A%2B5215511112222&To=whatsapp%3A%2B525500000002&Body=ho%ED%A0%BDla";
        // What Twilio would sign is the decoded text, in which the broken bytes have become replacement characters.
        var decoded = Map.of("MessageSid", "SMhalf", "From", "whatsapp:+5215511112222", "To", "whatsapp:+525500000002", "Body",
                URLDecoder.decode("ho%ED%A0%BDla", StandardCharsets.UTF_8));
        var status = Http.post(TwilioDoor.PATH, Map.of("X-Twilio-Signature", TwilioDoor.signature(decoded), "Content-Type",
                "application/x-www-form-urlencoded"), form);
        assertThat(status).isEqualTo(200);
        assertThat(rawForm()).isEqualTo(form);
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(yume.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsStored() {
        var message = TwilioDoor.message(PATY, SalonLupita.NUMBER, "SMforged", "hola");
        assertThat(TwilioDoor.post(message, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")).isEqualTo(403);
        assertThat(TwilioDoor.post(message, "")).isEqualTo(403);
        assertThat(Http.post(TwilioDoor.PATH, Map.of("Content-Type", "application/x-www-form-urlencoded"), "Body=hola"))
                .isEqualTo(403);
        assertThat(yume.count("select count(*) from inbound_message")).isZero();
    }

    @Test
    void aBodyOverThreeMegabytesIsRefused() {
        assertThat(Http.post(TwilioDoor.PATH, Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "Body=" + "a".repeat(3 * 1024 * 1024 + 1))).isEqualTo(413);
    }

    @Test
    void whatIsSignedButUnreadableIsKeptAndAcknowledged() {
        assertThat(TwilioDoor.post(Map.of("Body", "hola", "To", "whatsapp:+525500000002"))).isEqualTo(200);
        assertThat(yume.count("select count(*) from unreadable_event where provider = 'twilio'")).isEqualTo(1);
        assertThat(yume.count("select count(*) from inbound_message")).isZero();
    }

    @Test
    void aTapThatNobodyOfferedIsNotTrusted() {
        for (var id : new String[]{"yes", "slot:2027-01-13T25:99", "service:00000000-0000-0000-0000-000000000000",
                "appointment:../../etc/passwd", "x".repeat(500), "'; drop table turn; --"}) {
            assertThat(twilio.deliver(PATY, SalonLupita.NUMBER, "SM" + id.hashCode(), "tap", Optional.of(id))).isEqualTo(200);
            yume.tick(Duration.ofSeconds(2));
            yume.settle();
        }
        assertThat(yume.count("select count(*) from appointment")).isZero();
        assertThat(yume.count("select count(*) from turn where status <> 'done'")).isZero();
        assertThat(Chat.withSalon(yume, twilio, PATY).replies()).hasSize(6);
    }

    private String rawForm() {
        var hex = yume.rows("select encode(raw, 'hex') from inbound_message order by arrival desc limit 1").getFirst()
                .getFirst();
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    /** The text as it was sent, read back from the bytes that were stored. */
    private String storedBody() {
        for (var parameter : rawForm().split("&", -1)) {
            if (parameter.startsWith("Body=")) {
                return URLDecoder.decode(parameter.substring("Body=".length()), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No body was stored");
    }
}
