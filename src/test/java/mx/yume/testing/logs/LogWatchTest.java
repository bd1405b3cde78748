package mx.yume.testing.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch itself can fail, or nothing would be known from its silence. */
class LogWatchTest {

    private static final Logger LOG = Logger.getLogger(LogWatchTest.class);

    /** What is logged here on purpose fails no test. */
    @AfterEach
    void forgive() {
        LogWatch.found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Turn of +525511112222 failed", "whatsapp:+5215511112222", "wa_id 5215511112222 is new",
            "525511112222",
            "Authorization: Basic QUMwMDAwOjEyMzQ1", "Bearer EAAGxyz123456789", "GET /v23.0/me?access_token=EAAB12345678",
            "https://yume.test/entrar?t=abcdefghijkl", "sk-abcdefghijklmnop1234", "a-secret-key", "sent: ¿Te la agendo?",
            "📅 Te esperamos"})
    void phonesTokensAndMessagesAreSeen(String line) {
        assertThat(Confidential.in(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Turn 01a22891-19e8-7e40-86d3-ac0f0975116b failed, attempt 3",
            "Salón Lupita se cargó como demostración",
            "Outbox row 52555111-2222-7333-8444-525511112222 failed after 1 attempts: 63016", "Started in 5255.511 s",
            "Yume está lista: http://localhost:8080/simulador", "person …2222 wrote", "at 2027-01-13T16:00:00.525511112222Z"})
    void whatTellsNothingOfAnybodyIsNot(String line) {
        assertThat(Confidential.in(line)).isEmpty();
    }

    @Test
    void whatSomebodyWroteIsKnownWhereverItTurnsUp() {
        var text = "quiero algo que nadie más quiere " + UUID.randomUUID();
        LOG.info("Refused: " + text);
        assertThat(LogWatch.found()).isEmpty();
        LogWatch.said(text);
        LOG.info("Refused: " + text);
        assertThat(LogWatch.found()).singleElement().asString().startsWith("what somebody wrote");
    }

    @Test
    void itSeesWhatIsLoggedAndTheCausesOfIt() {
        LOG.warnf("Nobody answers at %s", "+525511112222");
        LOG.error("It broke", new IllegalStateException("outer", new IllegalArgumentException("of +525511113333")));
        LOG.info("All is well");
        assertThat(LogWatch.found()).hasSize(2).first().asString()
                .startsWith("a full phone in a line of " + LogWatchTest.class.getName());
    }

    @Test
    void aTestInWhichItHappensFails() {
        LOG.warnf("Nobody answers at %s", "+525511112222");
        assertThat(failure()).get().asString().contains("The log holds", "a full phone");
        assertThat(failure()).as("told once").isEmpty();
    }

    private static Optional<String> failure() {
        try {
            NothingConfidentialIsLogged.check();
            return Optional.empty();
        } catch (AssertionError failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }
}
