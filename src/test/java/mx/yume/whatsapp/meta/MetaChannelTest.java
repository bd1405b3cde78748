package mx.yume.whatsapp.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
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
import mx.yume.testing.FakeMeta;
import mx.yume.testing.SalonLupita;

@QuarkusTest
class MetaChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SALON = "555000000000002";
    private static final UUID ROW = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    @Inject
    MetaChannel channel;
    @Inject
    FakeMeta meta;

    @BeforeEach
    void reset() {
        meta.reset();
    }

    /** Whatever a test sends, it has the form that Meta takes. */
    @AfterEach
    void nothingWasRefused() {
        assertThat(meta.refused()).isEmpty();
    }

    private Delivery send(OutboundContent content) {
        return send("5215512345678", content);
    }

    private Delivery send(String to, OutboundContent content) {
        return channel.send(new OutboundMessage(SalonLupita.ID, ROW, ConversationId.next(), SALON, to, content))
                .await().atMost(PATIENCE);
    }

    private JsonObject sent() {
        assertThat(meta.sent()).hasSize(1);
        return meta.sent().getFirst().message();
    }

    @Test
    void aMessageGoesOutWithOurOwnIdAndNoPreview() {
        var delivery = send(new Text("¡Listo! {nombre} 💅"));

        assertThat(delivery).isInstanceOfSatisfying(Delivery.Accepted.class,
                accepted -> assertThat(accepted.providerMessageId()).startsWith("wamid."));
        assertThat(meta.sent()).containsExactly(new FakeMeta.Sent(SALON, new JsonObject("""
                {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "5215512345678",
                 "biz_opaque_callback_data": "0199c0de-0000-7000-8000-000000000001", "type": "text",
                 "text": {"preview_url": false, "body": "¡Listo! {nombre} 💅"}}""")));
    }

    @Test
    void somebodyWithoutAPhoneIsWrittenToByTheirUserId() {
        send("MX.13491208655302741918", new Text("hola"));

        assertThat(sent().getString("recipient")).isEqualTo("MX.13491208655302741918");
        assertThat(sent().containsKey("to")).isFalse();
    }

    @Test
    void buttonsGoOutAsButtons() {
        send(new Buttons("¿Confirmas?", List.of(new Option("yes", "Sí"), new Option("no", "No"))));

        assertThat(sent().getJsonObject("interactive")).isEqualTo(new JsonObject("""
                {"type": "button", "body": {"text": "¿Confirmas?"}, "action": {"buttons": [
                 {"type": "reply", "reply": {"id": "yes", "title": "Sí"}},
                 {"type": "reply", "reply": {"id": "no", "title": "No"}}]}}"""));
    }

    @Test
    void choicesGoOutAsAListOfTenRows() {
        var rows = IntStream.range(0, 10).mapToObj(at -> new Option("row:" + at, "t".repeat(23) + at,
                at == 0 ? "" : "d".repeat(72))).toList();
        send(new Choices("¿Qué servicio?", "Ver todos los servicios", rows));

        var action = sent().getJsonObject("interactive").getJsonObject("action");
        assertThat(action.getString("button")).isEqualTo("Ver todos los servic");
        var shown = action.getJsonArray("sections").getJsonObject(0).getJsonArray("rows");
        assertThat(shown).hasSize(10);
        assertThat(shown.getJsonObject(0)).isEqualTo(new JsonObject().put("id", "row:0").put("title", "t".repeat(23) + "0"));
        assertThat(shown.getJsonObject(9).getString("description")).hasSize(72);
    }

    @Test
    void whatAnInteractiveMessageCannotHoldGoesOutAsNumberedText() {
        send(new Buttons("x".repeat(1025), List.of(new Option("yes", "Sí"))));
        send(new Buttons("¿Cuál?", List.of(new Option("1", "Beto"), new Option("2", "Beto"))));
        send(new Choices("x".repeat(4096), "Ver", List.of(new Option("yes", "Sí"))));

        assertThat(meta.sent()).hasSize(3).allSatisfy(each -> {
            assertThat(each.type()).isEqualTo("text");
            assertThat(each.message().getJsonObject("text").getString("body")).contains("\n1. ").hasSizeLessThanOrEqualTo(4096);
        });
    }

    @Test
    void aPictureIsFetchedByMetaFromOurPublicAddress() {
        send(new Picture("/q/salon-lupita.png", "Tu código 💅"));

        assertThat(sent().getJsonObject("image")).isEqualTo(new JsonObject()
                .put("link", "https://yume.test/q/salon-lupita.png").put("caption", "Tu código 💅"));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateHasTheFormThatMetaTakes(Template template) {
        // A code is Yume's own, and not cut.
        var values = template.variables().stream().collect(Collectors.toMap(name -> name,
                name -> template == Template.BOOKING_CODE ? "123456" : "uno\ndos\t" + "x".repeat(900)));
        var options = template.buttons().stream().map(title -> new Option("tap:" + title, title)).toList();

        assertThat(send(new Templated(template, values, options))).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aTemplateCarriesItsVariablesByNameAndWhatItsButtonsMean() {
        send(new Templated(Template.APPOINTMENT_REMINDER,
                Map.of("business", "Salón Lupita", "service", "Corte", "staff", "Beto", "when", "mañana, 5:00 p.m."),
                List.of(new Option("confirm:1", "Confirmar"), new Option("move:1", "Reagendar"),
                        new Option("cancel:1", "Cancelar"))));

        assertThat(sent().getJsonObject("template")).isEqualTo(new JsonObject("""
                {"name": "appointment_reminder", "language": {"code": "es_MX"}, "components": [
                 {"type": "body", "parameters": [
                  {"type": "text", "parameter_name": "business", "text": "Salón Lupita"},
                  {"type": "text", "parameter_name": "service", "text": "Corte"},
                  {"type": "text", "parameter_name": "staff", "text": "Beto"},
                  {"type": "text", "parameter_name": "when", "text": "mañana, 5:00 p.m."}]},
                 {"type": "button", "sub_type": "quick_reply", "index": "0",
                  "parameters": [{"type": "payload", "payload": "confirm:1"}]},
                 {"type": "button", "sub_type": "quick_reply", "index": "1",
                  "parameters": [{"type": "payload", "payload": "move:1"}]},
                 {"type": "button", "sub_type": "quick_reply", "index": "2",
                  "parameters": [{"type": "payload", "payload": "cancel:1"}]}]}"""));
    }

    @Test
    void everyRefusalIsToldApartByItsCode() {
        meta.refuseNext(400, 131047);
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.WindowClosed("131047 told to"));
        meta.refuseNext(400, 131026);
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.Rejected("131026 told to"));
        meta.refuseNext(400, 131056);
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("131056 told to"));
        meta.refuseNext(401, 190);
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.Disconnected("190 told to"));
        meta.answerNext(503, "<html>");
        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("HTTP 503"));
        assertThat(meta.sent()).isEmpty();
    }

    @Test
    void anAnswerThatIsLostLeavesADoubt() {
        meta.loseNextAnswer();

        assertThat(send(new Text("hola"))).isEqualTo(new Delivery.TryAgain("no answer in time", true));
        assertThat(meta.sent()).hasSize(1);
    }

    @Test
    void whoIsAnsweredSeesThatTheirMessageWasReadAndAnAnswerIsComing() {
        channel.typing(new TypingCue(SalonLupita.ID, SALON, "wamid.IN1")).await().atMost(PATIENCE);

        assertThat(meta.read()).containsExactly(new FakeMeta.Read(SALON, "wamid.IN1", true));
        assertThat(meta.sent()).isEmpty();
    }

    @Test
    void theAccountOfANumberIsAskedOfMetaOnce() {
        int before = meta.inspections();
        for (int time = 0; time < 3; time++) {
            assertThat(channel.account(SalonLupita.ID, SALON).await().atMost(PATIENCE)).contains(FakeMeta.ACCOUNT);
        }
        assertThat(meta.inspections() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void phonesAreWrittenWithoutThePlusAndYumesOwnNumberIsKnown() {
        assertThat(channel.address(SalonLupita.LUPITAS_PHONE)).isEqualTo("525510000001");
        assertThat(channel.central()).contains("555000000000001");
        assertThat(channel.on()).isTrue();
    }
}
