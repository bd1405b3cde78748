package mx.yume.whatsapp.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import mx.yume.conversation.Workers;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

@QuarkusTest
class SimulatorTest {

    private static final String SOFIA = "525520000001";
    private static final String SALON = "525500000002";
    private static final String CENTRAL = "525500000001";

    @Inject
    World world;
    @Inject
    Workers workers;
    @Inject
    SettableClock clock;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    private static ValidatableResponse write(String number, String text) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("de", SOFIA)
                .formParam("para", number).formParam("texto", text).post("/simulador/mensajes").then();
    }

    private static ValidatableResponse chat(String number) {
        return given().queryParam("de", SOFIA).queryParam("para", number).get("/simulador/conversacion").then();
    }

    private void settle() {
        clock.tick(Duration.ofSeconds(3));
        workers.settle().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void someoneNewGetsANumberOfTheirOwn() {
        given().redirects().follow(false).get("/simulador").then().statusCode(303)
                .header("Location", containsString("/simulador?de=52559"));
    }

    @Test
    void thePageBringsEverythingItNeeds() {
        var page = given().queryParam("de", SOFIA).queryParam("para", SALON).get("/simulador").then().statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'")).extract().body().htmlPath();

        for (var script : page.<String>getList("html.head.script.@src")) {
            given().get(script).then().statusCode(200);
        }
        given().get("/estatico/simulador/simulador.css").then().statusCode(200);
        given().get("/estatico/simulador/fondo.svg").then().statusCode(200);
        given().get("/estatico/simulador/icono.svg").then().statusCode(200);
    }

    @Test
    void aMessageTakesTheWayOfARealOneAndItsAnswerComesBack() {
        write(CENTRAL, "hola").statusCode(200);

        chat(CENTRAL).statusCode(200).body(containsString("hola"), containsString("escribiendo"));
        assertThat(world.count("select count(*) from inbound_message where origin = 'simulator' and provider = 'simulator'"))
                .isOne();

        settle();

        chat(CENTRAL).body(containsString("Soy Yume"), containsString("en línea"), containsString("leído"),
                containsString("10:00 a.m."), containsString("Hoy"));
    }

    @Test
    void whateverIsWrittenIsShownAsText() {
        var text = "<b>hola</b> {config} {#if} \"&' \u0000";

        write(CENTRAL, text).statusCode(200);

        chat(CENTRAL).statusCode(200).body(not(containsString("<b>hola")),
                containsString("&lt;b&gt;hola&lt;/b&gt; {config} {#if}"));
    }

    @Test
    void sixtyFourKilobytesOfEmojiAreShown() {
        write(CENTRAL, "💅".repeat(16_384)).statusCode(200);

        chat(CENTRAL).statusCode(200).body(containsString("💅".repeat(16_384)));
    }

    @Test
    void aTapIsAChoice() {
        given().formParam("de", SOFIA).formParam("para", SALON).formParam("texto", "Corte").formParam("opcion", "service:1")
                .post("/simulador/mensajes").then().statusCode(200);

        assertThat(world.count("select count(*) from inbound_message where kind = 'choice' and choice_id = 'service:1'"))
                .isOne();
    }

    @Test
    void aNumberThatNobodyOwnsIsSaidSo() {
        write("525599999999", "hola").statusCode(200).body(containsString("no es de ningún negocio"));

        assertThat(world.count("select count(*) from inbound_message")).isZero();
    }

    @Test
    void anotherSiteCannotWrite() {
        given().header("Sec-Fetch-Site", "cross-site").formParam("de", SOFIA).formParam("para", SALON)
                .formParam("texto", "hola").post("/simulador/mensajes").then().statusCode(403);

        assertThat(world.count("select count(*) from inbound_message")).isZero();
    }

    @Test
    void anAddressThatIsNoPhoneIsNotFound() {
        given().queryParam("de", "nadie").queryParam("para", SALON).get("/simulador/conversacion").then().statusCode(404);
    }

    /** In dev mode a folder of static files answers for its own path with a redirect, and the page of that path is never seen. */
    @Test
    void noFolderOfFilesStandsInThePagesPlace() {
        assertThat(SimulatorTest.class.getResource("/META-INF/resources/simulador")).isNull();
    }
}
