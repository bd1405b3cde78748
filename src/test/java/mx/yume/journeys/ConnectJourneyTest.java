package mx.yume.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.Connections;
import mx.yume.platform.OutsideWorker;
import mx.yume.testing.FakeMetaSignup;
import mx.yume.testing.SalonLupita;
import mx.yume.web.signin.SessionCookies;

/** An owner connects the number they have: from the chat to the page, through Meta's sign-up, to a connection that can be used. */
@QuarkusTest
class ConnectJourneyTest {

    private static final Pattern LINK = Pattern.compile("https://yume\\.test(/conectar)\\?t=([A-Za-z0-9_-]{43})");
    private static final String SIGNUP = "select status, failure from whatsapp_signup";

    @Inject
    Yume yume;
    @Inject
    FakeMetaSignup meta;
    @Inject
    OutsideWorker outside;
    @Inject
    Connections connections;
    @Inject
    BusinessNumbers numbers;

    private String session;

    @BeforeEach
    void signedInAsTheOwner() {
        yume.fresh();
        meta.reset();
        session = session("Lupita");
    }

    @Test
    void theLinkOfTheChatLetsInAndShowsThePage() {
        Chat.withSalon(yume, new SimulatorDoor(), SalonLupita.LUPITAS_PHONE.e164()).says("quiero conectar mi número");
        var found = LINK.matcher(yume.rows("select content->>'body' from outbox where purpose like 'magic_link:%'").getLast()
                .getFirst());
        assertThat(found.find()).isTrue();
        var page = given().get("/conectar?t=" + found.group(2));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("action=\"/entrar\"", "name=\"a\" value=\"conectar\"");
        var entered = given().redirects().follow(false).formParam("t", found.group(2)).formParam("a", "conectar")
                .post("/entrar");
        assertThat(entered.header("Location")).isEqualTo("/conectar");
        var shown = given().cookie(SessionCookies.COOKIE, entered.cookie(SessionCookies.COOKIE)).get("/conectar");
        assertThat(shown.asString()).contains("WhatsApp de Salón Lupita", "Conectar mi número",
                "data-application=\"100000000000001\"", "data-configuration=\"200000000000002\"", "data-version=\"v24.0\"")
                .doesNotContain("67890");
        assertThat(shown.header("Content-Security-Policy")).contains("script-src 'self' https://connect.facebook.net",
                "frame-ancestors 'none'");
    }

    @Test
    void aNumberIsConnectedStepByStepAndCanBeUsed() {
        assertThat(send(FakeMetaSignup.CODE).statusCode()).isEqualTo(303);
        assertThat(page()).contains("Estamos conectando tu número", "http-equiv=\"refresh\"").doesNotContain("conectar.js");
        work();
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("connected", "null"));
        assertThat(meta.asked()).containsExactly("oauth", "subscribe", "register", "number");
        assertThat(page()).contains("Tu número está conectado", "+525544440001", "dura hasta el", "Volver a conectar");

        var connection = connections.of(SalonLupita.ID, "meta", FakeMetaSignup.NUMBER).await().atMost(Duration.ofSeconds(10))
                .orElseThrow();
        assertThat(connection.account().id()).isEqualTo(FakeMetaSignup.ACCOUNT);
        assertThat(connection.account().token()).isEqualTo(FakeMetaSignup.TOKEN);
        assertThat(connection.working()).isTrue();
        assertThat(numbers.of(SalonLupita.ID).await().atMost(Duration.ofSeconds(10)).orElseThrow().e164())
                .isEqualTo("+525544440001");
        assertThat(yume.rows("select kind from job")).containsExactly(List.of("connection.connected"));
        assertThat(yume.rows("select token_expires_at > now() - interval '100 years' from whatsapp_connection"))
                .containsExactly(List.of("t"));
    }

    @Test
    void nothingSecretIsInTheDatabaseInClearAtAnyStep() {
        send(FakeMetaSignup.CODE);
        assertThat(dump()).doesNotContain(FakeMetaSignup.CODE, hex(FakeMetaSignup.CODE));
        meta.answer("subscribe", 500, 1);
        meta.answer("register", 500, 1);
        for (int step = 0; step < 3; step++) {
            work();
            assertThat(dump()).doesNotContain(FakeMetaSignup.CODE, FakeMetaSignup.TOKEN, hex(FakeMetaSignup.TOKEN),
                    "EAAB");
            meta.pins().forEach(pin -> assertThat(dump()).doesNotContain("\"" + pin + "\"", hex(pin)));
            yume.tick(Duration.ofMinutes(1));
        }
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("connected", "null"));
        assertThat(yume.rows("select code, token, pin from whatsapp_signup")).as("what is over is forgotten")
                .containsExactly(List.of("null", "null", "null"));
    }

    @Test
    void connectingAgainUsesThePinThatTheNumberHas() {
        send(FakeMetaSignup.CODE);
        work();
        yume.execute("update whatsapp_connection set status = 'broken', reason = '190'");
        assertThat(page()).contains("Hay que volver a conectar tu número");
        send(FakeMetaSignup.CODE + "-2");
        work();
        assertThat(meta.pins()).hasSize(2);
        assertThat(meta.pins().getFirst()).isEqualTo(meta.pins().getLast());
        assertThat(yume.rows("select status from whatsapp_connection")).containsExactly(List.of("active"));
        assertThat(page()).contains("Tu número está conectado");
    }

    @ParameterizedTest
    @CsvSource({"oauth, 400, 100, permission_expired, se venció", "oauth, 400, 200, not_allowed, no dio permiso",
            "subscribe, 403, 200, not_allowed, no dio permiso", "subscribe, 401, 190, not_allowed, no dio permiso",
            "register, 400, 133005, pin_set, verificación en dos pasos", "register, 400, 133006, not_verified, Falta confirmar",
            "register, 400, 133016, too_often, demasiados intentos", "register, 400, 131031, locked, bloqueada",
            "register, 400, 777, refused, no aceptó", "number, 400, 100, not_allowed, no dio permiso"})
    void whatMetaRefusesIsSaidWithWhatToDo(String kind, int status, int code, String failure, String words) {
        meta.answer(kind, status, code);
        send(FakeMetaSignup.CODE);
        work();
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("failed", failure));
        assertThat(page()).contains("No se pudo conectar", words, "Volver a intentar").doesNotContain("told to");
        assertThat(yume.count("select count(*) from whatsapp_connection")).isZero();
        assertThat(yume.count("select count(*) from job")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"oauth, 500, 1", "subscribe, 503, 2", "register, 400, 133015", "register, 429, 4", "number, 400, 80007"})
    void whatPassesIsWaitedFor(String kind, int status, int code) {
        meta.answer(kind, status, code);
        send(FakeMetaSignup.CODE);
        work();
        assertThat(page()).contains("Estamos conectando");
        yume.tick(Duration.ofSeconds(5));
        work();
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("connected", "null"));
    }

    @Test
    void whereMetaIsNotThereForLongThatIsSaid() {
        for (int time = 0; time < 10; time++) {
            meta.answer("oauth", 500, 2);
        }
        send(FakeMetaSignup.CODE);
        for (int time = 0; time < 11; time++) {
            work();
            yume.tick(Duration.ofHours(1));
        }
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("failed", "unreachable"));
        assertThat(page()).contains("Meta no respondió");
    }

    @Test
    void aNumberThatAnotherBusinessHasIsNotTakenFromIt() {
        yume.execute("""
                insert into organization (organization_id, name, slug, created_at)
                values ('00000000-0000-0000-0000-00000000000b', 'Norte', 'norte', now());
                insert into business_number (organization_id, provider, address)
                values ('00000000-0000-0000-0000-00000000000b', 'meta', '%s')""".formatted(FakeMetaSignup.NUMBER));
        send(FakeMetaSignup.CODE);
        work();
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("failed", "taken"));
        assertThat(yume.count("select count(*) from whatsapp_connection")).isZero();
        assertThat(page()).contains("ya lo usa otro negocio");
    }

    @Test
    void whenTheExchangeDoesNotSayWhenTheTokenEndsTheTokenIsAsked() {
        meta.tellsExpiryOnlyWhenAsked(1_900_000_000L);
        send(FakeMetaSignup.CODE);
        work();
        assertThat(yume.rows("select extract(epoch from token_expires_at)::bigint from whatsapp_connection"))
                .containsExactly(List.of("1900000000"));
        assertThat(meta.asked()).contains("debug");
    }

    @Test
    void theSameFormSentTwiceIsOneTry() {
        send(FakeMetaSignup.CODE);
        send(FakeMetaSignup.CODE);
        work();
        assertThat(yume.rows(SIGNUP)).containsExactly(List.of("connected", "null"));
        assertThat(meta.asked().stream().filter("oauth"::equals)).hasSize(1);
    }

    @Test
    void onlyTheOwnerMayAndOnlyFromOurPage() {
        for (var other : List.of("Ana", "Beto")) {
            var theirs = session(other);
            assertThat(given().cookie(SessionCookies.COOKIE, theirs).get("/conectar").statusCode()).isEqualTo(403);
            assertThat(form(theirs, FakeMetaSignup.CODE).post("/conectar").statusCode()).isEqualTo(403);
        }
        assertThat(given().get("/conectar").statusCode()).isEqualTo(401);
        assertThat(form(session, FakeMetaSignup.CODE).header("Origin", "https://evil.example").post("/conectar").statusCode())
                .isEqualTo(403);
        assertThat(form(session, "x").post("/conectar").statusCode()).isEqualTo(400);
        assertThat(given().redirects().follow(false).cookie(SessionCookies.COOKIE, session)
                .formParam("codigo", FakeMetaSignup.CODE)
                .formParam("cuenta", "'; drop").formParam("numero", FakeMetaSignup.NUMBER).post("/conectar").statusCode())
                .isEqualTo(400);
        assertThat(yume.count("select count(*) from whatsapp_signup")).isZero();
    }

    private Response send(String code) {
        return form(session, code).post("/conectar");
    }

    private static RequestSpecification form(String session, String code) {
        return given().redirects().follow(false).cookie(SessionCookies.COOKIE, session).formParam("codigo", code)
                .formParam("cuenta", FakeMetaSignup.ACCOUNT).formParam("numero", FakeMetaSignup.NUMBER);
    }

    private String page() {
        return given().cookie(SessionCookies.COOKIE, session).get("/conectar").asString();
    }

    private void work() {
        outside.loop().drain().await().atMost(Duration.ofSeconds(60));
    }

    /** A session as signing in opens it: what is stored is the hash. */
    private String session(String name) {
        var token = (name + "-".repeat(43)).substring(0, 43);
        yume.execute("""
                insert into session (organization_id, id, staff_id, token_hash, opened_at, expires_at)
                select organization_id, gen_random_uuid(), id, sha256('%s'), '2027-01-13Z', '2027-01-30Z' from staff_member
                where name = '%s'""".formatted(token, name));
        return token;
    }

    /** Every text and every byte of every table, as a superuser reads them. */
    private String dump() {
        var all = new ArrayList<List<String>>();
        yume.rows("""
                select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'""")
                .forEach(table -> all.addAll(yume.rows("select t::text from " + table.getFirst() + " t")));
        return all.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
