package mx.yume.whatsapp.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import mx.yume.testing.World;

@QuarkusTest
class TwilioWebhookTest {

    private static final String URL = "https://yume.test" + TwilioConfig.WEBHOOK;

    @Inject
    World world;

    private static final int LARGE = 1 << 20;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    /** Without REST Assured's own ideas of forms and encodings: these bytes and no others. */
    private HttpResponse<String> post(String path, String signature, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                // What is refused by its length is refused before it is sent: a server that closes meanwhile takes its answer back.
                .POST(BodyPublishers.ofByteArray(body)).expectContinue(body.length > LARGE);
        if (!signature.isEmpty()) {
            request.header("X-Twilio-Signature", signature);
        }
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> signed(byte[] body) {
        return post(TwilioConfig.WEBHOOK, Payloads.signature(URL, body), body);
    }

    private static byte[] form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&")).getBytes(UTF_8);
    }

    private static Map<String, String> message(String sid, String body) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("MessageSid", sid);
        parameters.put("From", "whatsapp:+5215512345678");
        parameters.put("To", "whatsapp:+525500000002");
        parameters.put("Body", body);
        return parameters;
    }

    private long messages() {
        return world.count("select count(*) from inbound_message");
    }

    private long unreadable() {
        return world.count("select count(*) from unreadable_event");
    }

    @Test
    void aSignedMessageIsStoredAndThenAcknowledged() {
        var answer = signed(Payloads.recorded("text"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(answer.body()).endsWith("<Response/>");

        assertThat(world.count("""
                select count(*) from inbound_message where provider = 'twilio' and origin = 'real' and kind = 'text'
                and provider_message_id = 'SM00000000000000000000000000000001' and body = ' ¿Tienen lugar mañana a las 5? '
                """)).isOne();
        assertThat(world.count("""
                select count(*) from conversation where channel = 'twilio' and business_address = '+525500000002'
                and person_address = 'whatsapp:+5215512345678' and due_at is not null
                """)).isOne();
        assertThat(unreadable()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"empty,text", "button,choice", "list,choice", "image,image", "audio,audio", "video,video", "document,document",
            "sticker,sticker", "contacts,contacts", "location,location", "reaction,reaction", "unknown,unknown",
            "without-phone,text", "weird,text"})
    void everyKindIsStored(String payload, String kind) {
        assertThat(signed(Payloads.recorded(payload)).statusCode()).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message where kind = '" + kind + "'")).isOne();
        assertThat(unreadable()).isZero();
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        assertThat(signed(Payloads.recorded("text")).statusCode()).isEqualTo(200);
        assertThat(signed(Payloads.recorded("text")).statusCode()).isEqualTo(200);

        assertThat(messages()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bm90IHR3aWxpbw==", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="})
    void aWrongOrMissingSignatureIsRefusedWithoutAWord(String signature) {
        for (var path : List.of(TwilioConfig.WEBHOOK, TwilioConfig.WEBHOOK + TwilioConfig.STATUS)) {
            var answer = post(path, signature, Payloads.recorded("text"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }

        assertThat(messages()).isZero();
        assertThat(unreadable()).isZero();
    }

    @Test
    void theQueryIsSignedToo() {
        var body = Payloads.recorded("text");

        assertThat(post(TwilioConfig.WEBHOOK + "?a=1%202", Payloads.signature(URL, body), body).statusCode()).isEqualTo(403);
        assertThat(post(TwilioConfig.WEBHOOK + "?a=1%202", Payloads.signature(URL + "?a=1%202", body), body).statusCode())
                .isEqualTo(200);
    }

    @Test
    void moreThanThreeMegabytesAreRefused() {
        var body = form(message("SM1", "a".repeat(3 * 1024 * 1024)));

        assertThat(signed(body).statusCode()).isEqualTo(413);
        assertThat(messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "MessageSid=SM1&From=whatsapp%3A%2B5215512345678&To=hola&Body=x",
            "MessageSid=SM1&To=whatsapp%3A%2B525500000002&From=nadie&Body=x"})
    void whatIsSignedButNotUnderstoodIsKeptWhole(String body) {
        assertThat(signed(body.getBytes(UTF_8)).statusCode()).isEqualTo(200);

        assertThat(messages()).isZero();
        assertThat(world.count("select count(*) from unreadable_event where provider = 'twilio' and raw = decode('"
                + HexFormat.of().formatHex(body.getBytes(UTF_8)) + "', 'hex')")).isOne();
    }

    @Test
    void aMessageToANumberThatNobodyOwnsIsDropped() {
        var parameters = message("SM1", "hola");
        parameters.put("To", "whatsapp:+525599999999");

        assertThat(signed(form(parameters)).statusCode()).isEqualTo(200);

        assertThat(messages()).isZero();
        assertThat(unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{config} {#if} {", "'; drop table person; --", "<script>alert(1)</script>", "\u202eal revés\u202c",
            "\u0000", "a\uD83Db", "💅"})
    void strangeTextsAreStoredWithTheirExactBytes(String text) {
        var parameters = message("SM1", text);
        parameters.put("ProfileName", text);
        var body = form(parameters);

        assertThat(signed(body).statusCode()).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message where raw = decode('"
                + HexFormat.of().formatHex(body) + "', 'hex')")).isOne();
    }

    @Test
    void sixtyFourKilobytesOfEmojiAreStored() {
        assertThat(signed(form(message("SM1", "💅".repeat(16_384)))).statusCode()).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message where length(body) = 16384")).isOne();
    }

    @Test
    void deliveryStatesOnlyMoveForward() {
        assertThat(signed(Payloads.recorded("text")).statusCode()).isEqualTo(200);
        somethingWasSent();

        assertThat(status("read").statusCode()).isEqualTo(200);
        assertThat(status("queued").statusCode()).isEqualTo(200);
        assertThat(status("delivered").statusCode()).isEqualTo(200);

        assertThat(world.count("select count(*) from outbox where status = 'read'")).isOne();
    }

    @Test
    void aFailedDeliveryKeepsItsCode() {
        assertThat(signed(Payloads.recorded("text")).statusCode()).isEqualTo(200);
        somethingWasSent();
        var body = Payloads.recorded("status-failed");

        assertThat(post(TwilioConfig.WEBHOOK + TwilioConfig.STATUS, Payloads.signature(URL + TwilioConfig.STATUS, body), body)
                .statusCode()).isEqualTo(200);

        assertThat(world.count("select count(*) from outbox where status = 'failed' and error = '63024'")).isOne();
    }

    @Test
    void aStateOfAMessageThatIsNotOursChangesNothing() {
        assertThat(status("delivered").statusCode()).isEqualTo(200);

        assertThat(unreadable()).isZero();
    }

    private void somethingWasSent() {
        world.execute("""
                insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address,
                                    person_address, content, status, due_at, created_at, provider_message_id)
                select organization_id, gen_random_uuid(), id, 'test', 'real', 'twilio', business_address, person_address,
                       '{"type":"text","body":"hola"}', 'sent', now(), now(), 'SM00000000000000000000000000000063'
                from conversation
                """);
    }

    private HttpResponse<String> status(String status) {
        var body = new String(Payloads.recorded("status-delivered"), UTF_8).replace("MessageStatus=delivered",
                "MessageStatus=" + status).getBytes(UTF_8);
        return post(TwilioConfig.WEBHOOK + TwilioConfig.STATUS, Payloads.signature(URL + TwilioConfig.STATUS, body), body);
    }
}
