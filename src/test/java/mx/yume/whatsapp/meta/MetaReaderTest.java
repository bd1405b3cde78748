package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.DeliveryReport.State;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.inbox.IdentityChange;
import mx.yume.conversation.template.TemplateVerdict;
import mx.yume.conversation.template.TemplateVerdict.Standing;
import mx.yume.platform.PhoneNumber;

class MetaReaderTest {

    private static final UUID ROW = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final String PATYS_USER_ID = "MX.13491208655302741918";

    private static List<MetaEvent> read(byte[] body) {
        return new MetaReader(new ObjectMapper()).read(body);
    }

    private static MetaEvent only(byte[] body) {
        assertThat(read(body)).hasSize(1);
        return read(body).getFirst();
    }

    private static MetaEvent only(String payload) {
        return only(Payloads.recorded(payload));
    }

    private static InboundMessage message(String payload) {
        return ((MetaEvent.Said) only(payload)).message();
    }

    @Test
    void aTextComesWithItsSenderAndItsBytes() {
        var message = message("text");

        assertThat(message.channel()).isEqualTo(ChannelName.META);
        assertThat(message.origin()).isEqualTo(Origin.REAL);
        assertThat(message.providerMessageId()).isEqualTo("wamid.HBgNNTIxNTUxMjM0NTY3OBUCABIYFDNBM0001");
        assertThat(message.receivedBy()).isEqualTo("555000000000002");
        assertThat(message.kind()).isEqualTo(InboundKind.TEXT);
        assertThat(message.body()).isEqualTo(" ¿Tienen lugar mañana a las 5? ");
        assertThat(message.choiceId()).isEmpty();
        assertThat(message.media()).isEmpty();
        assertThat(message.sender().phone()).contains(new PhoneNumber("+525512345678"));
        assertThat(message.sender().userId()).contains(PATYS_USER_ID);
        assertThat(message.sender().address()).isEqualTo("5215512345678");
        assertThat(message.sender().profileName()).contains("María José 💅");
        assertThat(message.raw()).isEqualTo(Payloads.recorded("text"));
    }

    @ParameterizedTest
    @CsvSource({"empty,TEXT,''", "button,CHOICE,'Sí, confirmar'", "button-reply,CHOICE,'Sí, confirmar'",
            "list-reply,CHOICE,Corte de cabello", "flow-reply,UNKNOWN,Enviado", "image,IMAGE,así lo quiero", "audio,AUDIO,''",
            "video,VIDEO,''", "document,DOCUMENT,menu.pdf", "sticker,STICKER,''", "contacts,CONTACTS,''",
            "location,LOCATION,'Zócalo, Plaza de la Constitución, 19.4326077, -99.133208'", "reaction,REACTION,👍",
            "reaction-removed,REACTION,''", "order,UNKNOWN,quiero dos", "unsupported,UNKNOWN,''", "future,UNKNOWN,''",
            "edit,TEXT,mejor a las 6"})
    void everyKindIsRead(String payload, InboundKind kind, String body) {
        var message = message(payload);

        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.body()).isEqualTo(body);
    }

    @Test
    void aTapSaysWhatWasTapped() {
        assertThat(message("button").choiceId()).contains("yes");
        assertThat(message("button-reply").choiceId()).contains("yes");
        assertThat(message("list-reply").choiceId()).contains("service:1");
    }

    @Test
    void whereAFileIsKeptComesWithTheNumberItWasSentTo() {
        assertThat(message("audio").media()).hasValueSatisfying(media -> {
            assertThat(media.url()).isEqualTo("1908647269898587?phone_number_id=555000000000002");
            assertThat(media.contentType()).isEqualTo("audio/ogg; codecs=opus");
        });
    }

    @Test
    void aFileWhoseIdIsNoNumberIsNotAskedFor() {
        var message = ((MetaEvent.Said) only(Payloads.recorded("audio", "\"1908647269898587\"", "\"../me\""))).message();

        assertThat(message.kind()).isEqualTo(InboundKind.AUDIO);
        assertThat(message.media()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"without-phone", "without-phone-in-message"})
    void someoneWithoutAPhoneIsKnownByTheirUserId(String payload) {
        var sender = message(payload).sender();

        assertThat(sender.phone()).isEmpty();
        assertThat(sender.userId()).contains(PATYS_USER_ID);
        assertThat(sender.address()).isEqualTo(PATYS_USER_ID);
    }

    @Test
    void someoneWithoutAUserIdIsKnownByTheirPhone() {
        assertThat(message("without-user-id").sender().userId()).isEmpty();
        assertThat(message("without-user-id").sender().phone()).contains(new PhoneNumber("+525512345678"));
    }

    @Test
    void strangeTextsAreTakenAsTheyAre() {
        var message = message("weird");

        assertThat(message.body()).isEqualTo("{config} <b>hola</b>\u0000 \u202eal revés\u202c '; drop table person; --");
        assertThat(message.sender().profileName()).contains("<script>alert(1)</script>");
    }

    @Test
    void aChangedNumberSaysFromWhatToWhat() {
        assertThat(only("changed-number")).isInstanceOfSatisfying(MetaEvent.Moved.class, moved -> {
            assertThat(moved.change()).isEqualTo(new IdentityChange(Optional.of(new PhoneNumber("+525512345678")),
                    Optional.of(PATYS_USER_ID), Optional.of(new PhoneNumber("+523312345678")),
                    Optional.of("MX.20000000000000000002"), "5213312345678"));
            assertThat(moved.notice().providerMessageId()).isEqualTo("wamid.SYSTEM0001");
            assertThat(moved.notice().kind()).isEqualTo(InboundKind.UNKNOWN);
            assertThat(moved.notice().sender().phone()).contains(new PhoneNumber("+525512345678"));
        });
    }

    @Test
    void aChangedUserIdSaysFromWhatToWhat() {
        assertThat(only("changed-user-id")).isInstanceOfSatisfying(MetaEvent.Moved.class,
                moved -> assertThat(moved.change()).isEqualTo(new IdentityChange(Optional.empty(),
                        Optional.of(PATYS_USER_ID), Optional.empty(), Optional.of("MX.20000000000000000002"),
                        "MX.20000000000000000002")));
    }

    @Test
    void statesCarryOurOwnIdAndTheReasonOfAFailure() {
        assertThat(only("status-delivered")).isEqualTo(new MetaEvent.Progressed(
                DeliveryReport.of(ChannelName.META, "wamid.OUT1", Optional.of(ROW), State.DELIVERED)));
        assertThat(only("status-failed")).isEqualTo(new MetaEvent.Progressed(new DeliveryReport(ChannelName.META, "wamid.OUT1",
                Optional.of(ROW), State.FAILED, Optional.of("131026 Message undeliverable"), false)));
        assertThat(only(Payloads.recorded("status-sent", ROW.toString(), "of another system"))).isEqualTo(
                new MetaEvent.Progressed(DeliveryReport.of(ChannelName.META, "wamid.OUT1", Optional.empty(), State.SENT)));
    }

    @Test
    void aClosedWindowIsToldApartFromOtherFailures() {
        assertThat(only("status-window-closed")).isEqualTo(new MetaEvent.Progressed(new DeliveryReport(ChannelName.META,
                "wamid.OUT1", Optional.of(ROW), State.FAILED, Optional.of("131047 Re-engagement message"), true)));
    }

    @Test
    void verdictsOnTemplatesAreRead() {
        assertThat(only("template-approved")).isEqualTo(new MetaEvent.Judged(new TemplateVerdict(ChannelName.META,
                "102290129340398", "1689556908129832", "appointment_reminder", "es_MX", Standing.APPROVED, Optional.empty())));
        assertThat(only("template-rejected")).isEqualTo(new MetaEvent.Judged(new TemplateVerdict(ChannelName.META,
                "102290129340398", "1689556908129833", "staff_notice", "es_MX", Standing.REJECTED,
                Optional.of("INVALID_FORMAT"))));
    }

    @ParameterizedTest
    @CsvSource({"account-update,account_update", "quality-update,phone_number_quality_update", "status-played,statuses/played",
            "template-flagged,message_template_status_update/FLAGGED", "system-identity,messages/system",
            "revoke,messages/revoke"})
    void whatYumeHasNoUseForIsNamed(String payload, String what) {
        assertThat(only(payload)).isEqualTo(new MetaEvent.Irrelevant(what));
    }

    @Test
    void errorsOfTheAccountAreRead() {
        assertThat(only("errors")).isEqualTo(new MetaEvent.Troubled(new MetaError(130429, "Rate limit hit")));
    }

    @Test
    void aWholeBatchIsReadInOrderAndWhatCannotBeReadLosesNothingElse() {
        var events = read(Payloads.recorded("batch"));

        assertThat(events.stream().map(MetaReaderTest::shown)).containsExactly("5215512345678 hola", "5215511113333 buenas",
                "5215512345678 quiero un corte", "wamid.OUT1 DELIVERED", "wamid.OUT1 SENT", "wamid.OUT2 DELIVERED",
                "a message without an id", "5215512345678 mañana a las 5", "account_update",
                "5215511113333 ¿a qué hora cierran?", "5215512345678 al central", "131000");
        assertThat(events.stream().filter(MetaEvent.Said.class::isInstance).map(said -> ((MetaEvent.Said) said).message())
                .map(InboundMessage::receivedBy).distinct()).containsExactly("555000000000002", "555000000000001");
    }

    @Test
    void ofABatchEachMessageKeepsItsOwnPart() {
        var half = Payloads.recorded("batch", "quiero un corte", "quiero\\ud83d un corte");

        var raw = ((MetaEvent.Said) read(half).get(2)).message().raw();

        assertThat(new String(raw, UTF_8)).contains("quiero\\uD83D un corte", "wamid.HBgNNTIxNTUxMjM0NTY3OBUCABIYFDNBM0103")
                .doesNotContain("buenas");
    }

    private static String shown(MetaEvent event) {
        return switch (event) {
            case MetaEvent.Said(var message) -> message.sender().address() + " " + message.body();
            case MetaEvent.Moved(var notice, var change) -> "moved to " + change.newAddress();
            case MetaEvent.Progressed(var report) -> report.providerMessageId() + " " + report.state();
            case MetaEvent.Judged(var verdict) -> verdict.name();
            case MetaEvent.Troubled(var error) -> Integer.toString(error.code());
            case MetaEvent.Irrelevant(var what) -> what;
            case MetaEvent.Unreadable(var reason, var raw) -> reason;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "{", "[]", "null", "7", "{}", "{\"object\":\"whatsapp_business_account\"}",
            "{\"entry\":{}}", "{\"entry\":[{}]}", "{\"entry\":[7]}", "{\"entry\":[{\"changes\":{}}]}",
            "{\"entry\":[{\"changes\":[{}]}]}", "{\"entry\":[{\"changes\":[null]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":7}]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":{}}}]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[{\"id\":\"1\",\"type\":\"text\"}]}}]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"statuses\":[{\"id\":\"1\"}]}}]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"errors\":[\"no\"]}}]}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"message_template_status_update\",\"value\":{}}]}]}"})
    void whatIsNotADeliverySaysWhy(String body) {
        assertThat(only(body.getBytes(UTF_8))).isInstanceOfSatisfying(MetaEvent.Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).isNotBlank();
            assertThat(unreadable.raw()).isEqualTo(body.getBytes(UTF_8));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"from\": \"5215512345678\"|\"from\": \"nadie\"",
            "\"body\": \" ¿Tienen|\"otra\": \" ¿Tienen",
            "wamid.HBgN|wamid HBgN", "\"phone_number_id\": \"555000000000002\"|\"phone_number_id\": \"../me\"",
            "\"type\": \"text\"|\"type\": null"})
    void aMessageThatLacksWhatItNeedsSaysWhy(String written, String instead) {
        var body = Payloads.recorded("without-user-id", "\"hola\"", "\" ¿Tienen lugar\"");
        var broken = new String(body, UTF_8).replace("\"wa_id\": \"5215512345678\"", "\"wa_id\": \"x\"")
                .replace(written, instead)
                .getBytes(UTF_8);

        assertThat(broken).isNotEqualTo(body);
        assertThat(only(broken)).isInstanceOf(MetaEvent.Unreadable.class);
    }

    @Test
    void anAppThatHearsOfOtherThingsToo() {
        assertThat(only("{\"object\":\"page\",\"entry\":[{\"id\":\"1\"}]}".getBytes(UTF_8)))
                .isEqualTo(new MetaEvent.Irrelevant("page"));
        assertThat(read("{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void nestingWithoutEndIsNoFailure() {
        assertThat(only(("{\"entry\":" + "[".repeat(100_000)).getBytes(UTF_8))).isInstanceOf(MetaEvent.Unreadable.class);
    }

    @Test
    void sixtyFourKilobytesOfEmojiAreAMessage() {
        var emoji = "💅".repeat(16_384);

        assertThat(
                ((MetaEvent.Said) only(Payloads.recorded("text", " ¿Tienen lugar mañana a las 5? ", emoji))).message().body())
                .isEqualTo(emoji);
    }
}
