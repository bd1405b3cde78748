package mx.yume.assistant.model.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.media.MediaReference;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.MediaServer;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** A voice note over Twilio, from the inbox to the answer. */
class ListeningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PhoneNumber PATY = new PhoneNumber("+525511112222");
    private static final byte[] NOTE = "OggS una nota".getBytes(StandardCharsets.UTF_8);
    private static final String CANNOT = "no puedo escuchar";

    private final ScriptedModel model = ScriptedModel.start();
    private final MediaServer twilio = new MediaServer();
    private final PlainYume fresh = PlainYume.fresh();
    private PlainYume yume = listening(Map.of());

    @AfterEach
    void close() {
        model.close();
        twilio.close();
    }

    @Test
    void whatAVoiceNoteSaysIsUnderstoodByTheModelAndKeptWithTheMessage() {
        model.hears(" Quiero un manicure mañana a las cinco, soy Paty López. ", 4.2).says("¿Lo agendo a las 5:00 p.m.?");
        assertThat(sends(twilio.keeps("/media/1", NOTE))).contains("¿Lo agendo a las 5:00 p.m.?");
        assertThat(model.requests().getFirst().said("user"))
                .containsExactly("Quiero un manicure mañana a las cinco, soy Paty López.");
        assertThat(model.recordings()).singleElement().satisfies(recording -> {
            assertThat(recording.authorization()).isEqualTo("Bearer a-secret-key");
            assertThat(recording.contentType()).startsWith("multipart/form-data; boundary=");
            assertThat(recording.form()).contains("name=\"model\"\r\n\r\nlistener\r\n", "name=\"language\"\r\n\r\nes\r\n",
                    "filename=\"nota.ogg\"\r\nContent-Type: audio/ogg\r\n\r\nOggS una nota\r\n");
        });
        assertThat(yume.superuser().rows("select kind, body, transcript from inbound_message"))
                .containsExactly(List.of("audio", "", "Quiero un manicure mañana a las cinco, soy Paty López."));
        assertThat(yume.superuser().rows("select calls, audio_seconds, micro_dollars from model_use"))
                .containsExactly(List.of("2", "5", "955"));
        assertThat(trace()).contains("listener, 5 s, $0.0005");
    }

    @Test
    void theGuidedAssistantUnderstandsItTooAndTheNextTurnRemembers() {
        model.hears("Quiero un manicure mañana a las cinco", 3).failsWith(500);
        assertThat(sends(twilio.keeps("/media/1", NOTE))).contains("nombre");
        model.hears("Paty López", 1).says("Claro, Paty.");
        sends(twilio.keeps("/media/2", NOTE));
        assertThat(model.requests().getLast().said("user")).containsExactly("Quiero un manicure mañana a las cinco",
                "Paty López");
    }

    @Test
    void withoutATranscriptionModelItIsAnsweredAsBefore() {
        yume = listening(Map.of("yume.model.transcription-model", ""));
        assertThat(sends(twilio.keeps("/media/1", NOTE))).contains(CANNOT);
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void whatCannotBeFetchedOrHeardIsAnsweredAsBefore() {
        assertThat(sends(twilio.url() + "/gone")).contains(CANNOT);
        assertThat(trace()).contains("HTTP 404");
        model.hearsNothing(500, "{\"error\":\"Bearer a-secret-key\"}");
        assertThat(sends(twilio.keeps("/media/1", NOTE))).contains(CANNOT);
        assertThat(trace()).contains("listener IllegalStateException").doesNotContain("secret");
        model.hearsNothing(200, "ok?");
        assertThat(sends(twilio.keeps("/media/2", NOTE))).contains(CANNOT);
        model.hears("  ", 1);
        assertThat(sends(twilio.keeps("/media/3", NOTE))).contains(CANNOT);
        assertThat(sends("https://evil.example/1")).contains(CANNOT);
        assertThat(model.requests()).isEmpty();
        assertThat(yume.superuser().count("select count(*) from inbound_message where transcript is not null")).isZero();
    }

    @Test
    void whatTakesTooLongIsNotWaitedForAndIsCharged() {
        yume = listening(Map.of("yume.model.listening", "300ms"));
        model.hearsLate();
        assertThat(sends(twilio.keeps("/media/1", new byte[120_000]))).contains(CANNOT);
        assertThat(trace()).contains("listener no answer in time");
        assertThat(yume.superuser().count("select audio_seconds from model_use")).isEqualTo(60);
    }

    @Test
    void aNoteThatWouldPassTheBudgetIsNotSent() {
        yume = listening(Map.of("yume.model.budget.sender", "0.01"));
        assertThat(sends(twilio.keeps("/media/1", new byte[400_000]))).contains(CANNOT);
        assertThat(trace()).contains("OVER_BUDGET");
        assertThat(model.recordings()).isEmpty();
        model.hears("hola", 1).says("¡Hola! ¿Qué te gustaría?");
        assertThat(sends(twilio.keeps("/media/2", NOTE))).contains("¡Hola!");
    }

    @Test
    void onlyTheFirstOfABurstOfNotesAreHeard() {
        model.hears("hola", 1).hears("quiero un corte", 1).hears("mañana", 1).says("¿Corte de cabello?");
        for (int i = 0; i < 4; i++) {
            accept(twilio.keeps("/media/" + i, NOTE));
        }
        assertThat(answer()).contains("¿Corte de cabello?");
        assertThat(model.recordings()).hasSize(3);
        assertThat(model.requests().getFirst().said("user")).containsExactly("hola", "quiero un corte", "mañana",
                "(mandó una nota de voz)");
    }

    private PlainYume listening(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("yume.model.transcription-model", "listener", "yume.twilio.account-sid", "AC1",
                "yume.twilio.auth-token", "12345", "yume.twilio.api-url", twilio.url()));
        all.putAll(settings);
        return fresh.with(model, all);
    }

    private String sends(String mediaUrl) {
        accept(mediaUrl);
        return answer();
    }

    private void accept(String mediaUrl) {
        yume.the(Inbox.class).accept(new InboundMessage(ChannelName.TWILIO, Origin.REAL, UUID.randomUUID().toString(),
                SalonLupita.NUMBER, new Sender(Optional.of(PATY), Optional.empty(), "whatsapp:" + PATY, Optional.empty()),
                InboundKind.AUDIO, "", Optional.empty(),
                Optional.of(new MediaReference(mediaUrl, "audio/ogg; codecs=opus")), new byte[0])).await().atMost(PATIENCE);
    }

    private String answer() {
        yume.clock().tick(Duration.ofSeconds(10));
        yume.settle();
        return yume.superuser().rows("select content ->> 'body' from outbox order by sequence desc limit 1").getFirst()
                .getFirst();
    }

    private String trace() {
        return yume.superuser().rows("select steps::text from turn_trace order by started_at desc, turn_id desc limit 1")
                .getFirst()
                .getFirst();
    }
}
