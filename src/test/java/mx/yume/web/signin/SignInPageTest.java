package mx.yume.web.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import mx.yume.conversation.Workers;
import mx.yume.identity.AskingLimits;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;
import mx.yume.web.Chromium;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

/** Asking for a link on the page, and getting it by WhatsApp. */
@QuarkusTest
class SignInPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/entrar/telefono";
    private static final String SAME = "Si ese número trabaja en algún negocio con Yume, le mandamos un link por WhatsApp";
    private static final Pattern LINK = Pattern.compile("https://yume\\.test(/entrar\\?t=[A-Za-z0-9_-]{43})");
    private static final String SENT = "select content ->> 'body', origin, channel from outbox order by sequence";

    @Inject
    Desk desk;
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

    @Test
    void thePagesLookGood() {
        for (var screen : Screen.values()) {
            try (var context = Chromium.context(screen, ColorScheme.LIGHT)) {
                var page = context.newPage();
                desk.open(page, "/entrar");
                Desk.inspect(page, screen, "entrar");
                page.getByLabel("Tu número de WhatsApp").fill("55 12");
                button(page, "Mándame el link");
                assertThat(page.locator("#telefono-error")).containsText("a 10 dígitos");
                assertThat(page.getByLabel("Tu número de WhatsApp")).hasValue("55 12");
                Desk.inspect(page, screen, "entrar-mal");
                page.getByLabel("Tu número de WhatsApp").fill("55 9999 8888");
                button(page, "Mándame el link");
                assertThat(page.locator("main")).containsText(SAME);
                Desk.inspect(page, screen, "entrar-enviado");
                desk.open(page, "/tablero/cuenta");
                Desk.inspect(page, screen, "entrar-primero");
            }
        }
    }

    /** On a machine with nothing but the simulator: the link is on that phone, and opens the board. */
    @Test
    void fromTheFormToTheSimulatorsPhoneToTheBoard() {
        try (var context = Chromium.context(Screen.PHONE, ColorScheme.LIGHT)) {
            var page = context.newPage();
            desk.open(page, "/tablero/cuenta");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Pedir un link")).click();
            page.getByLabel("Tu número de WhatsApp").fill("55 1000 0002");
            button(page, "Mándame el link");
            assertThat(page.locator("main")).containsText(SAME);
            workers.settle().await().atMost(PATIENCE);
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Abrir el simulador")).click();
            var said = page.locator(".bubble.theirs .said").last();
            assertThat(said).containsText("Tu link de Yume: https://yume.test/entrar?t=");
            var link = LINK.matcher(said.innerText());
            assertThat(link.find()).isTrue();
            desk.open(page, link.group(1));
            button(page, "Entrar");
            desk.open(page, "/tablero/cuenta");
            assertThat(page.locator("#yo")).hasText("Ana");
        }
        assertThat(world.rows(SENT)).singleElement().satisfies(row -> assertThat(row.subList(1, 3))
                .containsExactly("simulator", "simulator"));
    }

    @Test
    void nobodyLearnsWhoseNumberItIs() {
        var works = ask("55 1000 0001", "198.51.100.1");
        var strangers = ask("55 9999 0001", "198.51.100.1");
        assertThat(strangers.statusCode()).isEqualTo(works.statusCode()).isEqualTo(200);
        assertThat(strangers.asString().replace("525599990001", "…")).isEqualTo(works.asString().replace("525510000001", "…"));
        assertThat(names(strangers)).isEqualTo(names(works));
        assertThat(world.count("select count(*) from job where kind = 'sign_in.asked'")).as("the same work for both")
                .isEqualTo(2);
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT)).hasSize(1);
        assertThat(world.count("select count(*) from job where kind = 'sign_in.asked'")).isZero();
        assertThat(world.count("select count(*) from person_identity where value = '+525599990001'")).isZero();
    }

    @Test
    void aNumberIsUnderstoodHoweverItIsWritten() {
        var ways = List.of("5510000001", "+52 1 55 1000 0001", "044 55 1000-0001");
        for (var way : ways) {
            assertThat(ask(way, "198.51.100.2").asString()).contains(SAME);
        }
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT)).hasSize(3);
        for (var wrong : List.of("", "hola", "123", "<b>55</b>", "9".repeat(500))) {
            var page = ask(wrong, "198.51.100.2");
            assertThat(page.statusCode()).as(wrong).isEqualTo(400);
            assertThat(page.asString()).contains("Escribe tu número a 10 dígitos").doesNotContain("<b>55");
        }
        assertThat(given().post(PATH).statusCode()).isEqualTo(400);
    }

    @Test
    void oneNumberIsSentThreeLinksInAQuarterOfAnHour() {
        for (int time = 0; time < 5; time++) {
            assertThat(ask("5510000001", "198.51.100." + time).asString()).contains(SAME);
        }
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT)).hasSize(AskingLimits.MOST_OF_A_PHONE);
        clock.tick(AskingLimits.WITHIN);
        ask("5510000001", "198.51.100.9");
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT)).hasSize(AskingLimits.MOST_OF_A_PHONE + 1);
        assertThat(world.rows("select encode(key, 'escape') from sign_in_limit").toString()).doesNotContain("5510000001",
                "198.51.100");
    }

    @Test
    void oneAddressAsksTenTimesInAQuarterOfAnHour() {
        for (int number = 0; number < 12; number++) {
            assertThat(ask("55999911%02d".formatted(number), "198.51.100.7").asString()).contains(SAME);
        }
        assertThat(world.count("select count(*) from job where kind = 'sign_in.asked'"))
                .isEqualTo(AskingLimits.MOST_OF_AN_ADDRESS);
    }

    @Test
    void whoeverIsOffTheTeamOrWhoseBusinessIsSuspendedIsSentNothing() {
        world.execute("update staff_member set active = false where name = 'Beto'");
        ask("5510000003", "198.51.100.3");
        world.execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        ask("5510000001", "198.51.100.3");
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT)).isEmpty();
    }

    @Test
    void whoeverWorksAtTwoBusinessesIsSentALinkToEach() {
        world.execute("""
                insert into organization (organization_id, name, slug, created_at)
                values ('01900000-0000-7000-8000-00000000000d', 'Barbería Don Beto', 'don-beto', now());
                insert into staff_member (organization_id, id, name, phone, permission, position)
                values ('01900000-0000-7000-8000-00000000000d', gen_random_uuid(), 'Beto', '+525510000003', 'owner', 0)""");
        ask("5510000003", "198.51.100.4");
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT).stream().map(List::getFirst)).hasSize(2)
                .anySatisfy(body -> assertThat(body).contains("Barbería Don Beto"))
                .anySatisfy(body -> assertThat(body).contains("Salón Lupita"));
        assertThat(world.count("select count(*) from magic_link")).isEqualTo(2);
    }

    /** Somebody real is written to for real, with the template that is approved for it. */
    @Test
    void inRealLifeItLeavesFromYumesNumber() {
        world.execute("""
                insert into number_request (organization_id, conversation_id, errand_id, origin, requested_at, state_since)
                select organization_id, gen_random_uuid(), gen_random_uuid(), 'real', now(), now()
                from organization where slug = 'salon-lupita'""");
        ask("5510000001", "198.51.100.5");
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows("select origin, channel, template ->> 'template' from outbox"))
                .containsExactly(List.of("real", "twilio", "MAGIC_LINK"));
    }

    @Test
    void formsFromElsewhereAreRefused() {
        assertThat(given().header("Origin", "https://evil.example").formParam("telefono", "5510000001").post(PATH).statusCode())
                .isEqualTo(403);
        assertThat(world.count("select count(*) from job where kind = 'sign_in.asked'")).isZero();
    }

    @Test
    void whatWasSentHoldsNoLinkAnyMoreAfterTenMinutes() {
        ask("5510000001", "198.51.100.6");
        workers.settle().await().atMost(PATIENCE);
        clock.tick(Duration.ofMinutes(10));
        workers.settle().await().atMost(PATIENCE);
        assertThat(world.rows(SENT).getFirst().getFirst()).contains("entrar?t=…").doesNotContainPattern("t=[A-Za-z0-9_-]{43}");
    }

    @Test
    void browsersAreToldToBeCareful() {
        for (var path : List.of("/entrar", "/tablero", "/tablero/cuenta", "/simulador", "/no-hay")) {
            var answer = given().header("Accept", "text/html").get(path);
            assertThat(answer.header("Strict-Transport-Security")).as(path).isEqualTo("max-age=31536000");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()", "microphone=()", "geolocation=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        }
        assertThat(given().get("/estatico/tablero/tablero.css").header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given().cookie(SessionCookies.COOKIE, desk.session(SalonLupita.LUPITA)).get("/conectar")
                .header("Cross-Origin-Opener-Policy")).as("Meta's window speaks to it").isEqualTo("same-origin-allow-popups");
    }

    private static Response ask(String phone, String address) {
        return given().header("X-Forwarded-For", address).formParam("telefono", phone).post(PATH);
    }

    private static List<String> names(Response answer) {
        return answer.headers().asList().stream().map(header -> header.getName()).sorted().toList();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
