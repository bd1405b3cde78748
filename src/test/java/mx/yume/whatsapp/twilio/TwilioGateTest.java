package mx.yume.whatsapp.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.KnownAccount;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;
import mx.yume.whatsapp.twilio.TwilioGate.Admission;

class TwilioGateTest {

    private static final String URI = "/api/v1/webhooks/whatsapp/twilio";
    private static final byte[] BODY = Payloads.recorded("text");

    private record Account(Optional<String> authToken, String publicUrl) implements TwilioConfig {

        @Override
        public Optional<String> accountSid() {
            return Optional.of("AC00000000000000000000000000000001");
        }

        @Override
        public String apiUrl() {
            return "https://api.twilio.com";
        }

        @Override
        public Duration mediaTimeout() {
            return Duration.ofSeconds(4);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public boolean reconcile() {
            return false;
        }

        @Override
        public Duration contentTimeout() {
            return Duration.ofSeconds(4);
        }
    }

    private static Gate gate(String publicUrl) {
        return gate(new Account(Optional.of(Payloads.TOKEN), publicUrl));
    }

    /** Whoever asks for another account than the installation's own would read the database. */
    private static Gate gate(Account account) {
        return new Gate(
                new TwilioGate(account, new SubAccounts(PlainYume.shared().the(Connections.class), new SettableClock()) {
                    @Override
                    Uni<Optional<KnownAccount>> of(String sid) {
                        return Uni.createFrom().failure(new AssertionError("The database was read"));
                    }
                }));
    }

    private record Gate(TwilioGate gate) {

        Admission admit(String uri, String signature, byte[] body) {
            return gate.admit(uri, signature, body).await().indefinitely();
        }
    }

    @Test
    void twiliosOwnExampleIsLetIn() {
        var body = "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212";

        var admission = gate("https://mycompany.com").admit("/myapp.php?foo=1&bar=2", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
                body.getBytes(UTF_8));

        assertThat(admission).isInstanceOfSatisfying(Admission.Admitted.class,
                admitted -> assertThat(admitted.form().value("Digits")).contains("1234"));
    }

    @Test
    void thePortMayBeWrittenOrNot() {
        var plain = Payloads.signature("https://yume.test" + URI, BODY);
        var withPort = Payloads.signature("https://yume.test:443" + URI, BODY);

        for (var base : new String[]{"https://yume.test", "https://yume.test:443", "https://yume.test/"}) {
            assertThat(gate(base).admit(URI, plain, BODY)).isInstanceOf(Admission.Admitted.class);
            assertThat(gate(base).admit(URI, withPort, BODY)).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    void everyParameterCountsUntrimmedAndKnownOrNot() {
        var signature = Payloads.signature("https://yume.test" + URI, BODY);

        assertThat(gate("https://yume.test").admit(URI, signature, (new String(BODY, UTF_8) + "&New=1").getBytes(UTF_8)))
                .isInstanceOf(Admission.Forged.class);
        assertThat(gate("https://yume.test").admit(URI, signature, new String(BODY, UTF_8).replace("Body=+", "Body=")
                .getBytes(UTF_8))).isInstanceOf(Admission.Forged.class);
        var extended = (new String(BODY, UTF_8) + "&New=%20x%20").getBytes(UTF_8);
        assertThat(gate("https://yume.test").admit(URI, Payloads.signature("https://yume.test" + URI, extended), extended))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aWrongMissingOrForeignSignatureIsRefused() {
        var gate = gate("https://yume.test");

        assertThat(gate.admit(URI, null, BODY)).isInstanceOf(Admission.Forged.class);
        assertThat(gate.admit(URI, "", BODY)).isInstanceOf(Admission.Forged.class);
        assertThat(gate.admit(URI, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=", BODY)).isInstanceOf(Admission.Forged.class);
        assertThat(gate.admit(URI, Payloads.signature("https://other.test" + URI, BODY), BODY))
                .isInstanceOf(Admission.Forged.class);
        assertThat(gate.admit(URI + "/status", Payloads.signature("https://yume.test" + URI, BODY), BODY))
                .isInstanceOf(Admission.Forged.class);
    }

    @Test
    void bytesThatAreNoFormAreRefusedUnlessTheirHashIsSigned() {
        var document = "{\"percent\":\"%zz\"}".getBytes(UTF_8);
        var hash = "6ac2ce1a5a8ee3e3ed0bd4a3e5f5a3d0d1b0b3c6a4f3c5d2e1f0a9b8c7d6e5f4";
        var gate = gate("https://yume.test");

        assertThat(gate.admit(URI, Payloads.signature(Payloads.TOKEN, "https://yume.test" + URI, Map.of()), document))
                .isInstanceOf(Admission.Forged.class);
        var wrong = URI + "?bodySHA256=" + hash;
        assertThat(gate.admit(wrong, Payloads.signature(Payloads.TOKEN, "https://yume.test" + wrong, Map.of()), document))
                .isInstanceOf(Admission.Forged.class);
        var right = URI + "?bodySHA256=" + sha256(document);
        assertThat(gate.admit(right, Payloads.signature(Payloads.TOKEN, "https://yume.test" + right, Map.of()), document))
                .isInstanceOf(Admission.Unreadable.class);
    }

    @Test
    void withoutATokenNothingIsThere() {
        var gate = gate(new Account(Optional.empty(), "https://yume.test"));

        assertThat(gate.admit(URI, Payloads.signature("https://yume.test" + URI, BODY), BODY))
                .isInstanceOf(Admission.Closed.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
