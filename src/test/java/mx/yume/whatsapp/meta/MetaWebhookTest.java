package mx.yume.whatsapp.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import mx.yume.conversation.template.TemplateVerdict;
import mx.yume.testing.World;

@QuarkusTest
class MetaWebhookTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    World world;
    @Inject
    HeardVerdicts verdicts;

    private static final int LARGE = 1 << 20;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        verdicts.forget();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + MetaConfig.WEBHOOK + query));
    }

    /** What is too large is refused by its length: a server that closes while we still send takes its answer back (RFC 9110, 10.1.1). */
    private static HttpResponse<String> post(String signature, byte[] body) {
        var request = request("").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body))
                .expectContinue(body.length > LARGE);
        return send(signature.isEmpty() ? request : request.header("X-Hub-Signature-256", signature));
    }

    private static int signed(byte[] body) {
        return post(Payloads.signature(body), body).statusCode();
    }

    private static int signed(String payload) {
        return signed(Payloads.recorded(payload));
    }

    private long messages() {
        return world.count("select count(*) from inbound_message");
    }

    private long unreadable() {
        return world.count("select count(*) from unreadable_event");
    }

    @Test
    void whoeverKnowsTheTokenHearsTheChallenge() {
        var answer = send(request("?hub.mode=subscribe&hub.verify_token=verificame&hub.challenge=1158201444"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1", "?hub.verify_token=verificame",
            "?hub.mode=subscribe&hub.verify_token=verificame", "?hub.mode=subscribe&hub.challenge=1"})
    void nobodyElseDoes(String query) {
        var answer = send(request(query));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aSignedMessageIsStoredAndThenAcknowledged() {
        assertThat(signed("text")).isEqualTo(200);

        assertThat(world.count("""
                select count(*) from inbound_message where provider = 'meta' and origin = 'real' and kind = 'text'
                and provider_message_id = 'wamid.HBgNNTIxNTUxMjM0NTY3OBUCABIYFDNBM0001'
                and body = ' ¿Tienen lugar mañana a las 5? '
                """)).isOne();
        assertThat(world.count("""
                select count(*) from conversation where channel = 'meta' and business_address = '555000000000002'
                and person_address = '5215512345678' and due_at is not null
                """)).isOne();
        assertThat(world.rows("select kind, value from person_identity where organization_id = (select organization_id from"
                + " organization where slug = 'salon-lupita') order by kind"))
                .contains(List.of("phone", "+525512345678"), List.of("user_id", "MX.13491208655302741918"));
        assertThat(unreadable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed-number", "changed-user-id"})
    void thatSomebodyGoesOnUnderAnotherNumberIsNoMessage(String payload) {
        assertThat(signed(payload)).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message")).isZero();
        assertThat(unreadable()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"empty,text", "button,choice", "button-reply,choice", "list-reply,choice", "flow-reply,unknown", "image,image",
            "audio,audio", "video,video", "document,document", "sticker,sticker", "contacts,contacts", "location,location",
            "reaction,reaction", "reaction-removed,reaction", "order,unknown", "unsupported,unknown", "future,unknown",
            "edit,text", "without-phone,text", "weird,text"})
    void everyKindIsStored(String payload, String kind) {
        assertThat(signed(payload)).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message where kind = '" + kind + "'")).isOne();
        assertThat(unreadable()).isZero();
    }

    @Test
    void aWholeBatchIsStoredAndASecondDeliveryChangesNothing() {
        assertThat(signed("batch")).isEqualTo(200);

        assertThat(written("5215512345678", "555000000000002")).containsExactly("hola", "quiero un corte", "mañana a las 5");
        assertThat(written("5215511113333", "555000000000002")).containsExactly("buenas", "¿a qué hora cierran?");
        assertThat(written("5215512345678", "555000000000001")).containsExactly("al central");
        assertThat(world.rows("select reason from unreadable_event")).containsExactly(List.of("a message without an id"));

        assertThat(signed("batch")).isEqualTo(200);
        assertThat(messages()).isEqualTo(6);
    }

    private List<String> written(String person, String number) {
        return world.rows("""
                select m.body from inbound_message m join conversation c on c.id = m.conversation_id
                where c.person_address = '%s' and c.business_address = '%s' order by m.arrival
                """.formatted(person, number)).stream().map(List::getFirst).toList();
    }

    @Test
    void theCentralNumberIsYumesOwn() {
        assertThat(signed("central")).isEqualTo(200);

        assertThat(world.count("""
                select count(*) from conversation where business_address = '555000000000001'
                and organization_id = '00000000-0000-7000-8000-000000000000'
                """)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"})
    void aWrongOrMissingSignatureIsRefusedWithoutAWord(String signature) {
        var answer = post(signature, Payloads.recorded("text"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
        assertThat(messages()).isZero();
        assertThat(unreadable()).isZero();
    }

    @Test
    void moreThanThreeMegabytesAreRefused() {
        var body = Payloads.recorded("text", "¿Tienen", "a".repeat(3 * 1024 * 1024));

        assertThat(signed(body)).isEqualTo(413);
        assertThat(messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hola", "{\"entry\":[{}]}",
            "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":7}]}]}"})
    void whatIsSignedButNotUnderstoodIsKeptWhole(String body) {
        assertThat(signed(body.getBytes(UTF_8))).isEqualTo(200);

        assertThat(messages()).isZero();
        assertThat(world.count("select count(*) from unreadable_event where provider = 'meta' and raw = decode('"
                + HexFormat.of().formatHex(body.getBytes(UTF_8)) + "', 'hex')")).isOne();
    }

    @Test
    void aMessageToANumberThatNobodyOwnsIsDropped() {
        assertThat(signed(Payloads.recorded("text", "555000000000002", "555000000000009"))).isEqualTo(200);

        assertThat(messages()).isZero();
        assertThat(unreadable()).isZero();
    }

    /** It is the number's id that counts: a phone number in its place is nobody's. */
    @Test
    void theCentralPhoneIsNotMetasNameForTheCentralNumber() {
        assertThat(signed(Payloads.recorded("text", "\"555000000000002\"", "\"525500000001\""))).isEqualTo(200);

        assertThat(messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{config} {#if} {", "'; drop table person; --", "<script>alert(1)</script>", "\u202eal revés\u202c",
            "\\u0000", "a\\ud83db", "💅"})
    void strangeTextsAreStoredWithTheirExactBytes(String text) {
        var body = Payloads.recorded("text", "María José 💅", text);
        body = new String(body, UTF_8).replace(" ¿Tienen lugar mañana a las 5? ", text).getBytes(UTF_8);

        assertThat(signed(body)).isEqualTo(200);

        assertThat(world.count("select count(*) from inbound_message where raw = decode('"
                + HexFormat.of().formatHex(body) + "', 'hex')")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-update", "quality-update", "status-played", "system-identity", "revoke", "errors",
            "template-flagged", "status-delivered"})
    void whatIsNoMessageStoresNothing(String payload) {
        assertThat(signed(payload)).isEqualTo(200);

        assertThat(messages()).isZero();
        assertThat(unreadable()).isZero();
        assertThat(verdicts.all()).isEmpty();
    }

    @Test
    void verdictsOnTemplatesReachWhoeverListens() {
        assertThat(signed("template-approved")).isEqualTo(200);
        assertThat(signed("template-rejected")).isEqualTo(200);

        assertThat(verdicts.all()).extracting(TemplateVerdict::name).containsExactly("appointment_reminder", "staff_notice");
        assertThat(messages()).isZero();
    }

    @Test
    void deliveryStatesOnlyMoveForward() {
        assertThat(signed("text")).isEqualTo(200);
        somethingWasSent();

        for (var payload : List.of("status-read", "status-played", "status-delivered", "status-sent")) {
            assertThat(signed(payload)).isEqualTo(200);
        }

        assertThat(world.count("select count(*) from outbox where status = 'read'")).isOne();
    }

    @Test
    void aFailedDeliveryKeepsItsCode() {
        assertThat(signed("text")).isEqualTo(200);
        somethingWasSent();

        assertThat(signed("status-failed")).isEqualTo(200);

        assertThat(
                world.count("select count(*) from outbox where status = 'failed' and error = '131026 Message undeliverable'"))
                .isOne();
    }

    private void somethingWasSent() {
        world.execute("""
                insert into outbox (organization_id, id, conversation_id, purpose, origin, channel, business_address,
                                    person_address, content, status, due_at, created_at, provider_message_id)
                select organization_id, gen_random_uuid(), id, 'test', 'real', 'meta', business_address, person_address,
                       '{"type":"text","body":"hola"}', 'sent', now(), now(), 'wamid.OUT1'
                from conversation
                """);
    }
}
