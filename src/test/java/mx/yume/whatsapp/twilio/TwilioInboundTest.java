package mx.yume.whatsapp.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.platform.PhoneNumber;
import mx.yume.whatsapp.twilio.TwilioInbound.Read;

class TwilioInboundTest {

    private static InboundMessage message(String payload) {
        return ((Read.Message) read(Payloads.recorded(payload))).message();
    }

    private static Read read(byte[] body) {
        return TwilioInbound.read(TwilioForm.read(body).orElseThrow(), body);
    }

    @Test
    void aTextComesWithItsSenderAndItsBytes() {
        var message = message("text");

        assertThat(message.channel()).isEqualTo(ChannelName.TWILIO);
        assertThat(message.origin()).isEqualTo(Origin.REAL);
        assertThat(message.providerMessageId()).isEqualTo("SM00000000000000000000000000000001");
        assertThat(message.receivedBy()).isEqualTo("+525500000002");
        assertThat(message.kind()).isEqualTo(InboundKind.TEXT);
        assertThat(message.body()).isEqualTo(" ¿Tienen lugar mañana a las 5? ");
        assertThat(message.sender().phone()).contains(new PhoneNumber("+525512345678"));
        assertThat(message.sender().address()).isEqualTo("whatsapp:+5215512345678");
        assertThat(message.sender().profileName()).contains("María José 💅");
        assertThat(message.raw()).isEqualTo(Payloads.recorded("text"));
    }

    @ParameterizedTest
    @CsvSource({"empty,TEXT,''", "button,CHOICE,'Sí, confirmar'", "list,CHOICE,Corte de cabello", "image,IMAGE,así lo quiero",
            "audio,AUDIO,''", "video,VIDEO,''", "document,DOCUMENT,menu.pdf", "sticker,STICKER,''", "contacts,CONTACTS,''",
            "location,LOCATION,'Zócalo, Plaza de la Constitución, 19.4326077, -99.1332080'", "reaction,REACTION,👍",
            "unknown,UNKNOWN,''"})
    void everyKindIsRead(String payload, InboundKind kind, String body) {
        var message = message(payload);

        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.body()).isEqualTo(body);
    }

    @Test
    void whereAVoiceNoteIsKeptComesWithItAndATextHasNothingOfTheKind() {
        assertThat(message("audio").media()).hasValueSatisfying(media -> {
            assertThat(media.url()).startsWith("https://api.twilio.com/");
            assertThat(media.contentType()).isEqualTo("audio/ogg; codecs=opus");
        });
        assertThat(message("text").media()).isEmpty();
    }

    @Test
    void aTapSaysWhatWasTapped() {
        assertThat(message("button").choiceId()).contains("yes");
        assertThat(message("list").choiceId()).contains("service:1");
        assertThat(message("text").choiceId()).isEmpty();
    }

    @Test
    void someoneWithoutAPhoneIsKnownByTheirUserId() {
        var sender = message("without-phone").sender();

        assertThat(sender.phone()).isEmpty();
        assertThat(sender.userId()).contains("MX.13491208655302741918");
        assertThat(sender.address()).isEqualTo("whatsapp:MX.13491208655302741918");
    }

    @Test
    void strangeTextsAreTakenAsTheyAre() {
        var message = message("weird");

        assertThat(message.body()).isEqualTo("{config} <b>hola</b>\u0000 \u202eal revés\u202c '; drop table person; --");
        assertThat(message.sender().profileName()).contains("<script>alert(1)</script>");
    }

    @Test
    void sixtyFourKilobytesOfEmojiAreAMessage() {
        var emoji = "💅".repeat(16_384);

        var read = read(form("SM1", "whatsapp:+525500000002", "whatsapp:+5215512345678", emoji));

        assertThat(((Read.Message) read).message().body()).isEqualTo(emoji);
    }

    @Test
    void halfASurrogatePairIsNoFailure() {
        var read = read("MessageSid=SM1&To=whatsapp%3A%2B525500000002&From=whatsapp%3A%2B5215512345678&Body=a%ED%A0%BDb"
                .getBytes(UTF_8));

        assertThat(((Read.Message) read).message().body()).startsWith("a\ufffd").endsWith("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "MessageSid=&To=whatsapp%3A%2B525500000002&From=whatsapp%3A%2B5215512345678",
            "MessageSid=SM1&To=&From=whatsapp%3A%2B5215512345678&Body=x",
            "MessageSid=SM1&To=messenger%3A123&From=whatsapp%3A%2B5215512345678",
            "MessageSid=SM1&To=whatsapp%3A%2B525500000002&Body=x",
            "MessageSid=SM1&To=whatsapp%3A%2B525500000002&From=whatsapp%3AMX.&Body=x",
            "MessageSid=SM%0A1&To=whatsapp%3A%2B525500000002&From=whatsapp%3A%2B5215512345678"})
    void whatIsNotAMessageSaysWhy(String body) {
        assertThat(read(body.getBytes(UTF_8))).isInstanceOfSatisfying(Read.Unreadable.class,
                unreadable -> assertThat(unreadable.reason()).isNotBlank());
    }

    @Test
    void aBrokenEncodingIsNoForm() {
        assertThat(TwilioForm.read("Body=%zz".getBytes(UTF_8))).isEqualTo(Optional.empty());
    }

    private static byte[] form(String id, String to, String from, String body) {
        return "MessageSid=%s&To=%s&From=%s&Body=%s".formatted(id, URLEncoder.encode(to, UTF_8),
                URLEncoder.encode(from, UTF_8), URLEncoder.encode(body, UTF_8)).getBytes(UTF_8);
    }
}
