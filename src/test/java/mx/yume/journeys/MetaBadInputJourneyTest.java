package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import mx.yume.testing.FakeMeta;
import mx.yume.whatsapp.meta.Payloads;

/** The same bad input through Meta: no 5xx, stored exactly, answered in the form that Meta takes. */
@QuarkusTest
class MetaBadInputJourneyTest {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;
    @Inject
    FakeMeta fake;

    private final MetaDoor meta = new MetaDoor();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        fake.reset();
    }

    @AfterEach
    void everythingHadMetasForm() {
        assertThat(fake.refused()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mx.yume.journeys.BadInputJourneyTest#texts")
    void anyTextIsStoredExactlyAndAnswered(String name, String text) {
        assertThat(Chat.withSalon(yume, meta, PATY).says(text).body()).isNotBlank();
        assertThat(stored().getJsonObject("text").getString("body")).isEqualTo(text);
        assertThat(yume.count("select count(*) from turn where status = 'failed'")).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mx.yume.journeys.BadInputJourneyTest#texts")
    void anyProfileNameIsHarmless(String name, String profile) {
        var body = new JsonObject(new String(Payloads.recorded("text"), StandardCharsets.UTF_8));
        value(body).getJsonArray("contacts").getJsonObject(0).getJsonObject("profile").put("name", profile);
        value(body).getJsonArray("messages").getJsonObject(0).put("from", meta.phone(PATY));
        value(body).getJsonArray("contacts").getJsonObject(0).put("wa_id", meta.phone(PATY));
        assertThat(MetaDoor.post(body.encode())).isEqualTo(200);
        assertThat(Chat.withSalon(yume, meta, PATY).hears().body()).doesNotContain("alert(1)").doesNotContain("drop table");
        assertThat(yume.count("select count(*) from person where name is not null and profile_name is not null")).isZero();
    }

    @Test
    void aTapThatNobodyOfferedIsNotTrusted() {
        var paty = Chat.withSalon(yume, meta, PATY);
        for (var id : new String[]{"yes", "slot:2027-01-13T25:99", "service:00000000-0000-0000-0000-000000000000",
                "appointment:../../etc/passwd", "x".repeat(500), "'; drop table turn; --"}) {
            assertThat(meta.deliver(PATY, meta.salon(), "tap" + id.hashCode(), "tap", Optional.of(id))).isEqualTo(200);
            assertThat(paty.hears().body()).isNotBlank();
        }
        assertThat(yume.count("select count(*) from appointment")).isZero();
        assertThat(yume.count("select count(*) from turn where status <> 'done'")).isZero();
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsStored() {
        var body = new String(Payloads.recorded("text"), StandardCharsets.UTF_8);
        assertThat(MetaDoor.post(body, "sha256=00")).isEqualTo(403);
        assertThat(MetaDoor.post(body, Payloads.signature("another", body.getBytes(StandardCharsets.UTF_8)))).isEqualTo(403);
        assertThat(yume.count("select count(*) from inbound_message")).isZero();
    }

    private JsonObject stored() {
        var hex = yume.rows("select encode(raw, 'hex') from inbound_message").getFirst().getFirst();
        var body = new JsonObject(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
        return value(body).getJsonArray("messages").getJsonObject(0);
    }

    private static JsonObject value(JsonObject body) {
        return body.getJsonArray("entry").getJsonObject(0).getJsonArray("changes").getJsonObject(0).getJsonObject("value");
    }
}
