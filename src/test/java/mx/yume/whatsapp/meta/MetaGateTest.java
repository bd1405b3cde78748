package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.whatsapp.meta.MetaGate.Admission;

class MetaGateTest {

    private static final byte[] BODY = Payloads.recorded("text");
    private final MetaGate gate = new MetaGate(App.ON);

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsHmacSha256OverTheRawBody() {
        var jefe = new MetaGate(new App(App.ON.appId(), Optional.of("Jefe"), App.ON.verifyToken(),
                App.ON.accessToken(), App.ON.graphUrl(), App.ON.mediaTimeout(), App.ON.timeout()));

        assertThat(jefe.admit("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "what do ya want for nothing?".getBytes(UTF_8))).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void everyByteCounts() {
        var signature = Payloads.signature(BODY);

        assertThat(gate.admit(signature, BODY)).isEqualTo(Admission.ADMITTED);
        assertThat(gate.admit(signature, (new String(BODY, UTF_8) + " ").getBytes(UTF_8))).isEqualTo(Admission.FORGED);
        assertThat(gate.admit(signature, Payloads.recorded("text", "mañana", "manana"))).isEqualTo(Admission.FORGED);
        assertThat(gate.admit(Payloads.signature(new byte[0]), new byte[0])).isEqualTo(Admission.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "sha1=0000000000000000000000000000000000000000",
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "sha256=zzdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"})
    void aWrongSignatureIsRefused(String signature) {
        assertThat(gate.admit(signature, BODY)).isEqualTo(Admission.FORGED);
    }

    @Test
    void aMissingOrForeignSignatureIsRefused() {
        assertThat(gate.admit(null, BODY)).isEqualTo(Admission.FORGED);
        assertThat(gate.admit(Payloads.signature("another secret", BODY), BODY)).isEqualTo(Admission.FORGED);
    }

    @Test
    void whoeverKnowsTheTokenMaySetTheWebhookUp() {
        assertThat(gate.verify("subscribe", "verificame")).isEqualTo(Admission.ADMITTED);
    }

    @ParameterizedTest
    @CsvSource({"subscribe,verificam", "subscribe,", ",verificame", "unsubscribe,verificame", "subscribe,VERIFICAME"})
    void nobodyElseMay(String mode, String token) {
        assertThat(gate.verify(mode, token)).isEqualTo(Admission.FORGED);
    }

    @Test
    void withoutATokenThatWasAgreedOnNobodyMay() {
        var none = new MetaGate(App.ON.without("META_VERIFY_TOKEN"));

        assertThat(none.verify("subscribe", "")).isEqualTo(Admission.FORGED);
        assertThat(none.verify("subscribe", null)).isEqualTo(Admission.FORGED);
    }

    @Test
    void withoutASecretNothingIsThere() {
        var off = new MetaGate(App.OFF);

        assertThat(off.admit(Payloads.signature(BODY), BODY)).isEqualTo(Admission.CLOSED);
        assertThat(off.verify("subscribe", "verificame")).isEqualTo(Admission.CLOSED);
    }
}
