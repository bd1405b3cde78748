package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.OutboundMessage;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.SalonLupita;

@QuarkusTest
class TwilioChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    TwilioChannel channel;
    @Inject
    FakeTwilio twilio;

    @BeforeEach
    void reset() {
        twilio.reset();
    }

    private Delivery send(OutboundContent content) {
        return channel.send(new OutboundMessage(SalonLupita.ID, UUID.randomUUID(), ConversationId.next(), SalonLupita.NUMBER,
                "whatsapp:+5215512345678", content)).await().atMost(PATIENCE);
    }

    @Test
    void aMessageGoesOutSignedInWithItsStatusCallback() {
        var delivery = send(new Text("¡Listo! {nombre} 💅"));

        assertThat(delivery).isInstanceOfSatisfying(Delivery.Accepted.class,
                accepted -> assertThat(accepted.providerMessageId()).startsWith("SM"));
        assertThat(twilio.sent()).containsExactly(new FakeTwilio.Sent("AC00000000000000000000000000000001",
                "Basic " + Base64.getEncoder().encodeToString("AC00000000000000000000000000000001:12345"
                        .getBytes(StandardCharsets.UTF_8)),
                "whatsapp:+525500000002", "whatsapp:+5215512345678", "¡Listo! {nombre} 💅",
                "https://yume.test/api/v1/webhooks/whatsapp/twilio/status"));
    }

    @Test
    void buttonsGoOutAsNumberedText() {
        send(new Buttons("¿Confirmas?", List.of(new Option("yes", "Sí"), new Option("no", "No"))));

        assertThat(twilio.sent()).singleElement().extracting(FakeTwilio.Sent::body).asString().contains("1. Sí\n2. No");
    }

    @Test
    void aLongBodyIsAbridgedToOneMessage() {
        send(new Text("palabra ".repeat(500)));

        assertThat(twilio.sent()).singleElement().extracting(FakeTwilio.Sent::body).asString()
                .hasSizeLessThanOrEqualTo(TwilioChannel.MAX_BODY).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(ints = {63016, 63024, 21610})
    void aRefusalIsFinalAndKeepsItsCode(int code) {
        twilio.answerNext(400, "{\"code\":%d,\"message\":\"no\",\"status\":400}".formatted(code));

        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.Rejected(code + " no"));
    }

    @Test
    void tooManyAndBrokenAndMuteAreTriedAgain() {
        twilio.answerNext(429, "{\"code\":20429,\"message\":\"slow down\"}");
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("20429 slow down"));

        twilio.answerNext(400, "{\"code\":63018,\"message\":\"rate\"}");
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("63018 rate"));

        twilio.answerNext(503, "<html>");
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("HTTP 503"));

        twilio.ignoreNext();
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("no answer in time", true));
    }
}
