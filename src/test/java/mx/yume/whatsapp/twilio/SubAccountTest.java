package mx.yume.whatsapp.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.OwnAccount;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.twilio.TwilioGate.Admission;

/** A business's number may be in a sub-account of Twilio's: its webhooks are signed with that account's own secret. */
class SubAccountTest {

    private static final String SID = "AC000000000000000000000000000000bb";
    private static final String TOKEN = "secreto-de-la-subcuenta";
    private static final String NUMBER = "+525588880009";
    private static final String MESSAGE = TwilioConfig.WEBHOOK;
    private static final String STATUS = TwilioConfig.WEBHOOK + TwilioConfig.STATUS;

    private final PlainYume yume = PlainYume.fresh();
    private final TwilioGate gate = yume.the(TwilioGate.class);

    @BeforeEach
    void theNumberIsInASubAccount() {
        await(yume.the(BusinessNumbers.class).give(SalonLupita.ID, new PhoneNumber(NUMBER),
                Optional.of(new OwnAccount(SID, TOKEN))));
        // What another test was told of this account is forgotten.
        yume.clock().tick(Duration.ofMinutes(1));
    }

    @Test
    void itsWebhooksAreVerifiedWithItsOwnSecret() {
        assertThat(admitted(MESSAGE, TOKEN, SID, "+5215511110001", NUMBER)).isInstanceOf(Admission.Admitted.class);
        assertThat(admitted(STATUS, TOKEN, SID, NUMBER, "+5215511110001")).isInstanceOf(Admission.Admitted.class);
        assertThat(admitted(STATUS + "?id=1", TOKEN, SID, NUMBER, "+5215511110001")).isInstanceOf(Admission.Admitted.class);
        assertThat(admitted(MESSAGE, "another", SID, "+5215511110001", NUMBER)).isInstanceOf(Admission.Forged.class);
    }

    @Test
    void anUnknownAccountIsRefused() {
        assertThat(admitted(MESSAGE, TOKEN, "AC000000000000000000000000000000cc", "+5215511110001", NUMBER))
                .isInstanceOf(Admission.Forged.class);
        assertThat(admitted(MESSAGE, TOKEN, "' or 1=1", "+5215511110001", NUMBER)).isInstanceOf(Admission.Forged.class);
    }

    @Test
    void itsSecretProvesNothingOfAnothersNumbers() {
        assertThat(admitted(MESSAGE, TOKEN, SID, NUMBER, SalonLupita.NUMBER)).isInstanceOf(Admission.Forged.class);
        assertThat(admitted(STATUS, TOKEN, SID, SalonLupita.NUMBER, NUMBER)).isInstanceOf(Admission.Forged.class);
        assertThat(admitted(MESSAGE, TOKEN, "AC00000000000000000000000000000001", "+5215511110001", NUMBER))
                .as("nor of the installation's account").isInstanceOf(Admission.Forged.class);
    }

    @Test
    void aSecretThatWasChangedIsGoodForHalfAMinuteAtMost() {
        assertThat(admitted(MESSAGE, TOKEN, SID, "+5215511110001", NUMBER)).isInstanceOf(Admission.Admitted.class);
        await(yume.the(BusinessNumbers.class).release(SalonLupita.ID));
        await(yume.the(BusinessNumbers.class).give(SalonLupita.ID, new PhoneNumber(NUMBER),
                Optional.of(new OwnAccount(SID, "nuevo"))));
        yume.clock().tick(Duration.ofSeconds(30));
        assertThat(admitted(MESSAGE, TOKEN, SID, "+5215511110001", NUMBER)).isInstanceOf(Admission.Forged.class);
        assertThat(admitted(MESSAGE, "nuevo", SID, "+5215511110001", NUMBER)).isInstanceOf(Admission.Admitted.class);
    }

    private Admission admitted(String path, String token, String account, String from, String to) {
        var body = "AccountSid=%s&From=whatsapp%%3A%s&To=whatsapp%%3A%s&MessageSid=SM1&Body=hola".formatted(
                URLEncoder.encode(account, UTF_8), from.replace("+", "%2B"), to.replace("+", "%2B")).getBytes(UTF_8);
        var parameters = TwilioForm.read(body).orElseThrow().parameters();
        return await(gate.admit(path, Payloads.signature(token, "https://yume.test" + path, parameters), body));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
