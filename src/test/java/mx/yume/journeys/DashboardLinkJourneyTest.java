package mx.yume.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import mx.yume.testing.SalonLupita;
import mx.yume.web.signin.SessionCookies;

/** From asking for the link by chat to the page it leads to, over HTTP as a browser does it. */
@QuarkusTest
class DashboardLinkJourneyTest {

    private static final Pattern LINK = Pattern.compile("https://yume\\.test(/entrar\\?t=([A-Za-z0-9_-]{43}))(?!\\S)");
    private static final String NOTICES = "select content ->> 'body' from outbox where turn_id is null order by sequence";

    @Inject
    Yume yume;

    private final Door twilio = new TwilioDoor();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    @Test
    void theLinkLeadsToTodaysVisits() {
        var customer = Chat.withSalon(yume, twilio, "+525511112222");
        customer.says("corte de cabello con Ana hoy a las 5, soy Paty López");
        customer.says("sí");
        yume.execute("update appointment set customer_name = '<b>Paty</b> & Co'");
        var token = askedFor();

        var page = page(token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("<button type=\"submit\">Entrar</button>", token);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(given().head("/entrar?t=" + token).statusCode()).isEqualTo(200);

        var entered = post(token);
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.header("Location")).isEqualTo("/tablero");
        assertThat(entered.header("Set-Cookie")).startsWith("__Host-yume_sesion=")
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=604800").doesNotContain("Domain");

        var board = board(entered.cookie(SessionCookies.COOKIE));
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.header("Cache-Control")).isEqualTo("no-store");
        assertThat(board.asString()).contains("Salón Lupita", "<a class=\"who\" href=\"/tablero/cuenta\">Lupita</a>",
                "Hoy, miércoles 13 de enero", "5:00 p.m.", "&lt;b&gt;Paty&lt;/b&gt; &amp; Co", "Corte de cabello con Ana",
                "Confirmada", "55 0000 0002").doesNotContain("<b>Paty</b>", "pendiente");
    }

    @Test
    void aLinkWorksOnce() {
        var token = askedFor();
        assertThat(post(token).statusCode()).isEqualTo(303);
        var again = post(token);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.asString()).contains("Este link ya no sirve", "mándame el link del tablero");
        assertThat(again.header("Set-Cookie")).isNull();
    }

    @Test
    void aLinkLastsTenMinutes() {
        var token = askedFor();
        yume.tick(Duration.ofMinutes(10));
        assertThat(post(token).statusCode()).isEqualTo(410);
    }

    @Test
    void closingTheSessionEndsIt() {
        var session = post(askedFor()).cookie(SessionCookies.COOKIE);
        var out = given().cookie(SessionCookies.COOKIE, session).post("/salir");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.asString()).contains("Cerraste sesión");
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(board(session).statusCode()).isEqualTo(401);
        assertThat(given().post("/salir").statusCode()).as("with nothing to close").isEqualTo(200);
    }

    @Test
    void signingInAgainClosesWhatTheBrowserHadBefore() {
        var first = post(askedFor()).cookie(SessionCookies.COOKIE);
        var elsewhere = post(askedFor()).cookie(SessionCookies.COOKIE);
        var again = given().redirects().follow(false).cookie(SessionCookies.COOKIE, first).formParam("t", askedFor())
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36").post("/entrar")
                .cookie(SessionCookies.COOKIE);
        assertThat(again).isNotEqualTo(first);
        assertThat(board(first).statusCode()).isEqualTo(401);
        assertThat(board(elsewhere).statusCode()).isEqualTo(200);
        assertThat(board(again).statusCode()).isEqualTo(200);
        assertThat(yume.rows("select device from session where revoked_at is null order by id").getLast())
                .containsExactly("Chrome en Android");
    }

    @Test
    void aSessionLastsSevenDaysAndAsLongAsTheyWorkThere() {
        var session = post(askedFor()).cookie(SessionCookies.COOKIE);
        assertThat(board(session).asString()).contains("No hay citas para hoy.");
        yume.execute("delete from business_number");
        assertThat(board(session).asString()).contains("Tu número de WhatsApp: pendiente");
        yume.execute("update staff_member set permission = 'staff', active = false where name = 'Lupita'");
        assertThat(board(session).statusCode()).isEqualTo(401);
        yume.execute("update staff_member set permission = 'owner', active = true where name = 'Lupita'");
        yume.tick(Duration.ofDays(7));
        assertThat(board(session).statusCode()).isEqualTo(401);
    }

    @Test
    void formsFromElsewhereAreRefused() {
        var token = askedFor();
        assertThat(given().header("Origin", "https://evil.example").formParam("t", token).post("/entrar").statusCode())
                .isEqualTo(403);
        var entered = given().redirects().follow(false).header("Origin", "https://yume.test").formParam("t", token)
                .post("/entrar");
        assertThat(entered.statusCode()).as("not used up by the other").isEqualTo(303);
        var session = entered.cookie(SessionCookies.COOKIE);
        assertThat(given().header("Origin", "null").cookie(SessionCookies.COOKIE, session).post("/salir").statusCode())
                .isEqualTo(403);
        assertThat(board(session).statusCode()).isEqualTo(200);
    }

    @Test
    void whateverElseIsSentGetsAFriendlyPage() {
        for (var wrong : new String[]{"?t=hola", "?t=%3Cscript%3E", "?t=" + "x".repeat(3000)}) {
            var page = given().urlEncodingEnabled(false).get("/entrar" + wrong);
            assertThat(page.statusCode()).as(wrong).isEqualTo(400);
            assertThat(page.asString()).contains("Al link le falta algo").doesNotContain("script", "Exception");
        }
        for (var without : new String[]{"", "?t="}) {
            assertThat(given().get("/entrar" + without).asString()).as("without a link it is asked for")
                    .contains("Mándame el link");
        }
        assertThat(given().formParam("t", "x".repeat(100_000)).post("/entrar").statusCode()).isEqualTo(400);
        assertThat(given().formParam("x", "y").post("/entrar").asString()).contains("Al link le falta algo");
        assertThat(given().get("/tablero").asString()).contains("Entra con un link");
        assertThat(board("ñ\"; drop").statusCode()).isEqualTo(401);
        assertThat(board("x".repeat(43)).statusCode()).isEqualTo(401);
    }

    private String askedFor() {
        Chat.withSalon(yume, twilio, SalonLupita.LUPITAS_PHONE.e164()).says("mándame el link del tablero");
        var link = LINK.matcher(yume.rows(NOTICES).getLast().getFirst());
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    private static Response page(String token) {
        return given().get("/entrar?t=" + token);
    }

    private static Response post(String token) {
        return given().redirects().follow(false).formParam("t", token).post("/entrar");
    }

    private static Response board(String session) {
        return given().cookie(SessionCookies.COOKIE, session).get("/tablero");
    }
}
