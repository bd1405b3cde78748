package mx.yume.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a proxy says of a request, and what becomes of it. Tests have an https address in public, as installations do. */
@QuarkusTest
class BehindAProxyTest {

    private static final int HERE = 308;

    @ParameterizedTest
    @ValueSource(strings = {"/entrar", "/entrar?t=abc&a=citas", "/s/salon-lupita", "/nowhere"})
    void whoCameByPlainHttpIsSentToTheSafeAddress(String path) {
        var answer = get(path, "http");
        assertThat(answer.statusCode()).isEqualTo(HERE);
        assertThat(answer.header("Location")).isEqualTo("https://yume.test" + path);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "HTTPS", "https, http", "http,https", "wss", ""})
    void whoCameByHttpsStays(String said) {
        assertThat(get("/entrar", said).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormIsSentThereWhole() {
        var answer = given().redirects().follow(false).header("X-Forwarded-Proto", "http").formParam("telefono", "5510000001")
                .post("/entrar/telefono");
        assertThat(answer.statusCode()).as("308 keeps the method and the body").isEqualTo(HERE);
    }

    @Test
    void whatProgramsCallIsLeftAlone() {
        assertThat(get("/q/health/live", "http").statusCode()).isEqualTo(200);
        assertThat(given().header("X-Forwarded-Proto", "http").formParam("Body", "hola")
                .post("/api/v1/webhooks/whatsapp/twilio").statusCode()).as("what has no signature").isEqualTo(403);
    }

    @Test
    void withoutAProxyNothingIsSaid() {
        assertThat(given().redirects().follow(false).get("/entrar").statusCode()).isEqualTo(200);
    }

    @Test
    void figuresAreForWhoAsksTheInstanceItself() {
        assertThat(given().get("/q/metrics").statusCode()).isEqualTo(200);
        for (var path : new String[]{"/q/metrics", "/q/metrics/", "/q/./metrics", "/q/metrics?x=1"}) {
            assertThat(given().urlEncodingEnabled(false).header("X-Forwarded-For", "198.51.100.1").get(path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        for (var header : new String[]{"Forwarded", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Via"}) {
            assertThat(given().header(header, "http").get("/q/metrics").statusCode()).as(header).isEqualTo(401);
        }
        assertThat(given().header("X-Forwarded-For", "198.51.100.1").get("/q/health/live").statusCode()).isEqualTo(200);
    }

    private static Response get(String path, String said) {
        return given().redirects().follow(false).urlEncodingEnabled(false).header("X-Forwarded-Proto", said).get(path);
    }
}
