package mx.yume.whatsapp.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.TypingCue;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.template.TemplateAccount;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

@QuarkusTest
class TwilioChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PATY = "whatsapp:+5215512345678";
    private static final Option YES = new Option("yes", "Sí");
    private static final Option NO = new Option("no", "No");

    @Inject
    TwilioChannel channel;
    @Inject
    TwilioShapes shapes;
    @Inject
    FakeTwilio twilio;

    @Inject
    FakeTwilioContent contents;
    @Inject
    TwilioTemplates templates;
    @Inject
    World world;

    @BeforeEach
    void fresh() {
        world.fresh();
        twilio.reset();
        contents.deleteAll();
        shapes.forgetAll();
    }

    private Delivery send(OutboundContent content) {
        return send(message(content, Optional.empty()));
    }

    private Delivery send(OutboundMessage message) {
        return channel.send(message).await().atMost(PATIENCE);
    }

    private static OutboundMessage message(OutboundContent content, Optional<String> templateId) {
        return new OutboundMessage(SalonLupita.ID, UUID.randomUUID(), ConversationId.next(), SalonLupita.NUMBER, PATY, content,
                templateId);
    }

    @Test
    void aMessageGoesOutSignedInWithItsStatusCallback() {
        var message = message(new Text("¡Listo! {nombre} 💅"), Optional.empty());
        var delivery = send(message);

        assertThat(delivery).isInstanceOfSatisfying(Delivery.Accepted.class,
                accepted -> assertThat(accepted.providerMessageId()).startsWith("SM"));
        assertThat(twilio.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.account()).isEqualTo("AC00000000000000000000000000000001");
            assertThat(sent.authorization()).isEqualTo("Basic " + Base64.getEncoder()
                    .encodeToString("AC00000000000000000000000000000001:12345".getBytes(StandardCharsets.UTF_8)));
            assertThat(sent.from()).isEqualTo("whatsapp:+525500000002");
            assertThat(sent.to()).isEqualTo(PATY);
            assertThat(sent.body()).isEqualTo("¡Listo! {nombre} 💅");
            assertThat(sent.contentSid()).isEmpty();
            assertThat(sent.statusCallback())
                    .isEqualTo("https://yume.test/api/v1/webhooks/whatsapp/twilio/status?id=" + message.id());
        });
    }

    @Test
    void buttonsGoOutAsAContentThatIsMadeOnce() {
        var confirm = new Buttons("Corte con Beto\n\n¿Confirmas?", List.of(YES, NO));
        send(confirm);
        send(new Buttons("Barba con Ana\n\n¿Va?", List.of(NO, YES)));

        assertThat(twilio.sent()).extracting(FakeTwilio.Sent::body).containsExactly(confirm.body(), "Barba con Ana\n\n¿Va?");
        assertThat(twilio.sent()).extracting(FakeTwilio.Sent::options).containsExactly(List.of(YES, NO), List.of(NO, YES));
        assertThat(contents.names()).containsExactly("yume_quick_2_101");
        assertThat(world.rows("select name from twilio_content")).containsExactly(List.of("yume_quick_2_101"));
    }

    @Test
    void aListGoesOutWithItsDescriptions() {
        var rows = List.of(new Option("1", "Corte", "45 min, $250"), new Option("2", "Otro"));
        send(new Choices("¿Qué servicio?", "Ver servicios", rows));

        assertThat(twilio.sent()).singleElement().extracting(FakeTwilio.Sent::options).isEqualTo(rows);
        assertThat(contents.names()).containsExactly("yume_list_10_1");
        assertThat(twilio.refused()).isEmpty();
        assertThat(contents.refused()).isEmpty();
    }

    @Test
    void whatNoContentCanBeMadeForIsNumberedText() {
        contents.goAway();
        send(new Buttons("¿Confirmas?", List.of(YES, NO)));

        assertThat(twilio.sent()).singleElement().extracting(FakeTwilio.Sent::body).asString().contains("1. Sí\n2. No");
    }

    @Test
    void whatDoesNotFitButtonsIsNumberedText() {
        send(new Buttons("palabra ".repeat(140), List.of(YES, NO)));
        send(new Buttons("¿Cuál?", List.of(new Option("a", "Ana"), new Option("b", "Ana"))));

        assertThat(twilio.sent()).extracting(FakeTwilio.Sent::contentSid).containsOnly(Optional.empty());
        assertThat(twilio.sent()).allSatisfy(sent -> assertThat(sent.body()).contains("\n1. ").contains("\n2. "));
        assertThat(contents.names()).isEmpty();
    }

    @Test
    void aContentThatSomebodyDeletedIsMadeAnewAndTheMessageLeavesAtOnce() {
        var confirm = new Buttons("¿Confirmas?", List.of(YES, NO));
        send(confirm);
        contents.deleteAll();
        assertThat(send(confirm)).isInstanceOf(Delivery.Accepted.class);
        assertThat(twilio.sent().getLast().body()).contains("1. Sí");
        send(confirm);
        assertThat(twilio.sent().getLast().options()).containsExactly(YES, NO);
        assertThat(world.count("select count(*) from twilio_content")).isEqualTo(1);
    }

    @Test
    void aTemplateGoesOutByItsContentSidWithWhatItsButtonsCarry() {
        var options = List.of(new Option("reminder:confirm:1", "Confirmar"), new Option("reminder:move:1", "Reagendar"),
                new Option("reminder:cancel:1", "Cancelar"));
        var template = new Templated(Template.APPOINTMENT_REMINDER, Map.of("business", "Salón Lupita", "service", "Corte",
                "staff", "Beto", "when", "mañana\na las 5"), options);
        var sid = templates.submit(new TemplateAccount("AC00000000000000000000000000000001", Optional.empty()),
                Template.APPOINTMENT_REMINDER).await().atMost(PATIENCE).providerId().orElseThrow();

        assertThat(send(message(template, Optional.of(sid)))).isInstanceOf(Delivery.Accepted.class);
        assertThat(twilio.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.body()).isEqualTo(template.body()).contains("mañana · a las 5");
            assertThat(sent.options()).isEqualTo(options);
        });
        assertThat(send(message(template, Optional.empty()))).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void aPictureGoesOutAboveItsCaption() {
        send(new Picture("/s/salon-lupita/qr.png", "Tu código"));

        assertThat(twilio.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.mediaUrl()).contains("https://yume.test/s/salon-lupita/qr.png");
            assertThat(sent.body()).isEqualTo("Tu código");
        });
    }

    @Test
    void aLongBodyIsAbridgedToOneMessage() {
        send(new Text("palabra ".repeat(500)));

        assertThat(twilio.sent()).singleElement().extracting(FakeTwilio.Sent::body).asString()
                .hasSizeLessThanOrEqualTo(TwilioChannel.MAX_BODY).endsWith("…");
    }

    @Test
    void aRefusalHasTheMeaningOfItsCode() {
        assertThat(refused(400, 63016)).isEqualTo(new Delivery.WindowClosed("63016 no"));
        assertThat(refused(400, 63024)).isEqualTo(new Delivery.Rejected("63024 no"));
        assertThat(refused(400, 21610)).isEqualTo(new Delivery.Rejected("21610 no"));
        assertThat(refused(401, 20003)).isEqualTo(new Delivery.Disconnected("20003 no"));
        assertThat(refused(400, 63007)).isEqualTo(new Delivery.Disconnected("63007 no"));
    }

    private Delivery refused(int status, int code) {
        twilio.answerNext(status, "{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status));
        return send(new Text("hola"));
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

    @Test
    void typingIsShownToTheirLastMessage() {
        channel.typing(new TypingCue(SalonLupita.ID, SalonLupita.NUMBER, "SM1")).await().atMost(PATIENCE);
        assertThat(twilio.typing()).containsExactly("SM1");
        assertThat(twilio.sent()).isEmpty();
    }
}
