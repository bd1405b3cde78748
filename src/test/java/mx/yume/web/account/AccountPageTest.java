package mx.yume.web.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;
import mx.yume.web.page.Csrf;
import mx.yume.web.signin.SessionCookies;

@QuarkusTest
class AccountPageTest {

    private static final String PATH = "/tablero/cuenta";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Csrf csrf;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theAccountLooksGood() {
        desk.session(SalonLupita.LUPITA);
        clock.tick(Duration.ofHours(30));
        world.execute("update session set device = 'Chrome en Android'");
        desk.inspect(SalonLupita.LUPITA, PATH, "cuenta");
    }

    @Test
    void everybodySaysWhichNoticesTheyGet() {
        desk.as(SalonLupita.CARLA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.getByLabel("Citas nuevas")).isChecked();
            assertThat(page.getByLabel("Mi día, cada mañana")).not().isChecked();
            page.getByLabel("Citas nuevas").uncheck();
            page.getByLabel("Mi día, cada mañana").check();
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            assertThat(page.getByLabel("Citas nuevas")).not().isChecked();
            assertThat(page.getByLabel("Mi día, cada mañana")).isChecked();
        });
        assertThat(world.rows("select kind, wanted from notice_preference order by kind")).as("only what they changed")
                .containsExactly(List.of("daily_schedule", "t"), List.of("new_bookings", "f"));
    }

    @Test
    void sessionsAreClosedOneByOneAndAllAtOnce() {
        var lost = desk.session(SalonLupita.BETO);
        var other = desk.session(SalonLupita.BETO);
        var anas = desk.session(SalonLupita.ANA);
        world.execute("update session set device = 'Firefox en Windows', seen_at = seen_at - interval '1 minute'"
                + " where id = (select id from session where staff_id = '%s' order by id limit 1)".formatted(SalonLupita.BETO));
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".devices li")).hasCount(3);
            assertThat(page.locator(".devices li").first()).containsText("esta");
            page.locator(".devices li", new Page.LocatorOptions().setHasText("Firefox en Windows"))
                    .getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator(".toast")).containsText("quedó cerrada");
            assertThat(status(lost)).isEqualTo(401);
            assertThat(status(other)).isEqualTo(200);
            button(page, "Cerrar las demás");
            assertThat(page.locator(".devices li")).hasCount(1);
            assertThat(status(other)).isEqualTo(401);
            button(page, "Cerrar todas, también esta");
            assertThat(page.locator("h1")).hasText("Cerraste sesión");
            desk.open(page, PATH);
            assertThat(page.locator("h1")).hasText("Entra con un link");
        });
        assertThat(status(anas)).as("nobody else's").isEqualTo(200);
    }

    @Test
    void whoeverSignsOutIsOut() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, PATH);
            button(page, "Cerrar sesión");
            assertThat(page.locator("h1")).hasText("Cerraste sesión");
            assertThat(page.context().cookies()).isEmpty();
        });
    }

    @Test
    void nobodyClosesASessionOfAnother() {
        var ana = desk.session(SalonLupita.ANA);
        var id = world.rows("select id from session").getFirst().getFirst();
        var beto = desk.session(SalonLupita.BETO);
        for (var session : List.of(id, "hola", "01900000-0000-7000-8000-00000000000d")) {
            assertThat(given().cookie(SessionCookies.COOKIE, beto).formParam("csrf", csrf.token(beto))
                    .post(PATH + "/sesiones/" + session + "/cerrar").statusCode()).as(session).isEqualTo(404);
        }
        assertThat(status(ana)).isEqualTo(200);
        assertThat(given().cookie(SessionCookies.COOKIE, ana).formParam("csrf", csrf.token(beto))
                .post(PATH + "/sesiones/cerrar-todas").statusCode()).as("another's form").isEqualTo(403);
        assertThat(status(ana)).isEqualTo(200);
    }

    @Test
    void whatIsNoNoticeIsNothing() {
        var beto = desk.session(SalonLupita.BETO);
        assertThat(given().redirects().follow(false).cookie(SessionCookies.COOKIE, beto).formParam("csrf", csrf.token(beto))
                .formParam("avisos", "todo", "new_bookings", "moves", "cancellations").post(PATH + "/avisos").statusCode())
                .isEqualTo(303);
        assertThat(world.count("select count(*) from notice_preference")).isZero();
    }

    @Test
    void theCookieIsTheOneForHttps() {
        var session = desk.session(SalonLupita.LUPITA);
        assertThat(given().cookie(SessionCookies.PLAIN_COOKIE, session).get(PATH).statusCode())
                .as("anybody on the network could have set it").isEqualTo(401);
        assertThat(status(session)).isEqualTo(200);
    }

    @Test
    void aSuspendedBusinessIsClosedToItsPeople() {
        var session = desk.session(SalonLupita.LUPITA);
        world.execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        assertThat(status(session)).isEqualTo(401);
        world.execute("update organization set status = 'active' where slug = 'salon-lupita'");
        assertThat(status(session)).isEqualTo(200);
    }

    private static int status(String session) {
        return given().cookie(SessionCookies.COOKIE, session).get(PATH).statusCode();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
