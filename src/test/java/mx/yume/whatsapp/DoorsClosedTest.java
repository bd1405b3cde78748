package mx.yume.whatsapp;

import static io.restassured.RestAssured.given;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** What is not configured is not there. */
@QuarkusTest
@TestProfile(DoorsClosedTest.NothingConfigured.class)
class DoorsClosedTest {

    public static class NothingConfigured implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("yume.twilio.auth-token", "", "yume.meta.app-secret", "", "yume.simulator", "false");
        }
    }

    @Test
    void withoutAnAuthTokenTwilioFindsNothing() {
        for (var path : new String[]{"", "/status"}) {
            given().header("X-Twilio-Signature", "x").formParam("Body", "hola").post("/api/v1/webhooks/whatsapp/twilio" + path)
                    .then().statusCode(404);
        }
    }

    @Test
    void withoutAnAppSecretMetaFindsNothing() {
        given().header("X-Hub-Signature-256", "sha256=x").contentType("application/json").body("{}")
                .post("/api/v1/webhooks/whatsapp/meta").then().statusCode(404);
        given().get("/api/v1/webhooks/whatsapp/meta?hub.mode=subscribe&hub.verify_token=verificame&hub.challenge=1").then()
                .statusCode(404);
    }

    @Test
    void aSimulatorThatIsOffIsNotThere() {
        given().get("/simulador").then().statusCode(404);
        given().get("/simulador/conversacion?de=525520000001&para=525500000002").then().statusCode(404);
        given().get("/simulador/eventos?de=525520000001&para=525500000002").then().statusCode(404);
        given().formParam("de", "525520000001").formParam("para", "525500000002").formParam("texto", "hola")
                .post("/simulador/mensajes").then().statusCode(404);
    }
}
