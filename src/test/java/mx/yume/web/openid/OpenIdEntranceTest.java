package mx.yume.web.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import mx.yume.testing.FakeOpenId;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;
import mx.yume.web.Desk;
import mx.yume.web.page.Csrf;
import mx.yume.web.signin.SessionCookies;

/** Coming in by an account elsewhere, as a browser does it. */
@QuarkusTest
class OpenIdEntranceTest {

    private static final String PATH = "/entrar/cuenta";
    private static final Pattern TOKEN = Pattern.compile("name=\"t\" value=\"([A-Za-z0-9_-]{43})\"");

    @Inject
    World world;
    @Inject
    Desk desk;
    @Inject
    Csrf csrf;
    @Inject
    FakeOpenId provider;
    @Inject
    SettableClock clock;

    /** A browser that was sent away to the provider. */
    private record Away(String cookie, Map<String, String> asked) {}

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void aVerifiedEmailOpensTheBoardOfWhoeverHasIt() {
        var beto = desk.session(SalonLupita.BETO);
        assertThat(email(beto, "Beto@Example.com").statusCode()).isEqualTo(303);
        assertThat(given().get("/entrar").asString()).contains("Entrar con Cuentas de prueba");
        var away = begin();
        assertThat(away.asked()).containsEntry("response_type", "code").containsEntry("client_id", "yume")
                .containsEntry("scope", "openid email").containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://yume.test/entrar/cuenta/regreso");
        var page = back(away, Map.of("email", "beto@example.com", "email_verified", true));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Entrar a Salón Lupita");
        var token = TOKEN.matcher(page.asString());
        assertThat(token.find()).isTrue();
        var session = given().redirects().follow(false).formParam("t", token.group(1)).post("/entrar")
                .cookie(SessionCookies.COOKIE);
        assertThat(given().cookie(SessionCookies.COOKIE, session).get("/tablero/cuenta").asString()).contains("Beto",
                "beto@example.com");
    }

    @Test
    void aVerifiedPhoneOpensItToo() {
        assertThat(back(begin(), Map.of("phone_number", "+52 55 1000 0003", "phone_number_verified", "true")).asString())
                .contains("Entrar a Salón Lupita");
    }

    @Test
    void whatIsNotVerifiedOpensNothing() {
        email(desk.session(SalonLupita.BETO), "beto@example.com");
        for (var claims : List.<Map<String, Object>>of(Map.of("email", "beto@example.com"),
                Map.of("email", "beto@example.com", "email_verified", false),
                Map.of("email", "otra@example.com", "email_verified", true),
                Map.of("phone_number", "+525510000003"), Map.of())) {
            var page = back(begin(), claims);
            assertThat(page.statusCode()).as(claims.toString()).isEqualTo(403);
            assertThat(page.asString()).contains("No encontramos tu cuenta");
        }
        world.execute("update staff_member set active = false where name = 'Beto'");
        assertThat(back(begin(), Map.of("email", "beto@example.com", "email_verified", true)).statusCode()).isEqualTo(403);
        assertThat(world.count("select count(*) from magic_link where used_at is null")).isZero();
    }

    @Test
    void anAnswerIsTakenOnlyByTheBrowserThatAskedAndOnlyOnce() {
        var away = begin();
        var code = code(away, Map.of("phone_number", "+525510000003", "phone_number_verified", true));
        assertThat(given().queryParam("code", code).queryParam("state", away.asked().get("state")).get(PATH + "/regreso")
                .statusCode()).as("without its cookie").isEqualTo(400);
        assertThat(given().cookie(OpenIdEntrance.COOKIE, begin().cookie()).queryParam("code", code)
                .queryParam("state", away.asked().get("state")).get(PATH + "/regreso").statusCode()).as("another's")
                .isEqualTo(400);
        assertThat(given().cookie(OpenIdEntrance.PLAIN_COOKIE, away.cookie()).queryParam("code", code)
                .queryParam("state", away.asked().get("state")).get(PATH + "/regreso").statusCode()).isEqualTo(400);
        var entered = returned(away, code);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(returned(away, code).statusCode()).as("the code is used up").isEqualTo(400);
    }

    @Test
    void aTokenOfAnotherIssuerClientTryOrTimeIsNone() {
        for (var wrong : List.<Map<String, Object>>of(Map.of("iss", "https://otro.test"), Map.of("aud", "otra"),
                Map.of("nonce", "x"), Map.of("azp", "otra"), Map.of("exp", clock.instant().getEpochSecond() - 120))) {
            var claims = new HashMap<String, Object>(Map.of("phone_number", "+525510000003", "phone_number_verified", true));
            claims.putAll(wrong);
            assertThat(back(begin(), claims).statusCode()).as(wrong.toString()).isEqualTo(400);
        }
    }

    @Test
    void aTokenIsSignedByTheIssuer() throws Exception {
        var claims = Map.<String, Object>of("iss", FakeOpenId.ISSUER, "aud", "yume", "sub", "1", "nonce", "n",
                "exp", clock.instant().getEpochSecond() + 60);
        var keys = provider.keys();
        var forged = FakeOpenId.signed(FakeOpenId.key(), claims);
        assertThat(IdTokens.read(forged, keys, FakeOpenId.ISSUER, "yume", "n", clock.instant())).isEmpty();
        assertThat(IdTokens.read("eyJhbGciOiJub25lIn0." + forged.split("\\.", 3)[1] + ".", keys, FakeOpenId.ISSUER, "yume", "n",
                clock.instant())).as("unsigned").isEmpty();
        assertThat(IdTokens.read("hola", keys, FakeOpenId.ISSUER, "yume", "n", clock.instant())).isEmpty();
    }

    @Test
    void whateverElseComesBackGetsAFriendlyPage() {
        for (var query : List.of("", "?error=access_denied", "?code=x&state=y", "?code=&state=")) {
            var page = given().cookie(OpenIdEntrance.COOKIE, begin().cookie()).get(PATH + "/regreso" + query);
            assertThat(page.statusCode()).as(query).isEqualTo(400);
            assertThat(page.asString()).contains("No se pudo entrar", "Pedir un link");
        }
    }

    @Test
    void everybodySaysTheirOwnEmail() {
        var beto = desk.session(SalonLupita.BETO);
        var ana = desk.session(SalonLupita.ANA);
        assertThat(email(beto, "no es correo").asString()).contains("Escribe un correo completo", "no es correo");
        assertThat(email(beto, "beto@example.com").statusCode()).isEqualTo(303);
        var taken = email(ana, "BETO@example.com");
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.asString()).contains("Ese correo ya es de alguien de tu equipo");
        assertThat(email(beto, "").statusCode()).isEqualTo(303);
        assertThat(world.count("select count(*) from staff_member where email is not null")).isZero();
    }

    private Response email(String session, String email) {
        return given().redirects().follow(false).cookie(SessionCookies.COOKIE, session).formParam("csrf", csrf.token(session))
                .formParam("correo", email).post("/tablero/cuenta/correo");
    }

    private static Away begin() {
        var away = given().redirects().follow(false).get(PATH);
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.header("Location")).startsWith("https://cuentas.test/permiso?");
        assertThat(away.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Lax");
        var asked = new HashMap<String, String>();
        for (var pair : away.header("Location").replaceFirst(".*\\?", "").split("&", -1)) {
            asked.put(pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return new Away(away.cookie(OpenIdEntrance.COOKIE), Map.copyOf(asked));
    }

    private Response back(Away away, Map<String, Object> claims) {
        return returned(away, code(away, claims));
    }

    private String code(Away away, Map<String, Object> claims) {
        var all = new HashMap<String, Object>(Map.of("iss", FakeOpenId.ISSUER, "aud", FakeOpenId.CLIENT, "sub", "1",
                "nonce", String.valueOf(away.asked().get("nonce")), "exp", clock.instant().getEpochSecond() + 300));
        all.putAll(claims);
        return provider.code(String.valueOf(away.asked().get("code_challenge")), all);
    }

    private static Response returned(Away away, String code) {
        return given().cookie(OpenIdEntrance.COOKIE, away.cookie()).queryParam("code", code)
                .queryParam("state", away.asked().get("state")).get(PATH + "/regreso");
    }
}
