package mx.yume.web.stats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import mx.yume.business.StaffId;
import mx.yume.scheduling.stats.Reports;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;
import mx.yume.web.signin.Visitors;

@QuarkusTest
class StatsPageTest {

    private static final String PATH = "/tablero/numeros";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Reports reports;

    @BeforeEach
    void aFortnightOfVisits() {
        world.freshWithAppointments();
    }

    @Test
    void theFiguresLookGood() {
        desk.inspect(SalonLupita.LUPITA, PATH + "?periodo=30", "numeros");
        desk.inspect(SalonLupita.LUPITA, PATH + "?desde=2027-03-01&hasta=2027-03-02", "numeros-vacio");
        desk.inspect(SalonLupita.LUPITA, PATH + "?desde=2026-03-01&hasta=2027-01-31", "numeros-largo");
    }

    @Test
    void thePageSaysWhatIsInTheBooks() {
        var visits = world
                .count("select count(*) from appointment where local_start between '2027-01-01' and '2027-01-31 23:59'");
        var missed = world.count("select count(*) from appointment where status = 'no_show' and local_start >= '2027-01-01'");
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".tiles .big").first()).hasText(Long.toString(visits));
            assertThat(page.locator(".tiles li").nth(1)).containsText(missed == 1 ? "1 no llegó" : missed + " no llegaron");
            assertThat(page.locator(".heat-4").first()).isVisible();
            page.getByText("Ver como tabla").click();
            assertThat(page.locator("figure tbody tr")).hasCount(31);
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Esta semana")).click();
            assertThat(page.locator("figure rect")).hasCount(7);
            assertThat(page.locator("h1 + p")).hasText("del lunes 11 de enero al domingo 17 de enero de 2027");
        });
    }

    @Test
    void moneyIsWhatWasGivenAndReturningCustomersAreToldFromNewOnes() {
        var report = reports.of(SalonLupita.business(), Optional.empty(), LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31))
                .await().atMost(Duration.ofSeconds(20));
        assertThat(report.totals().earned().centavos()).isEqualTo(world.count("""
                select sum(price_centavos) from appointment where status = 'completed'
                or (status in ('pending', 'confirmed') and ends_at <= '2027-01-13 16:00Z')"""));
        assertThat(report.totals().returning()).isZero();
        assertThat(report.totals().newCustomers()).isEqualTo((int) world.count(
                "select count(distinct customer_id) from appointment where status <> 'cancelled'"));
        assertThat(report.staff().stream().mapToLong(line -> line.earned().centavos()).sum())
                .isEqualTo(report.totals().earned().centavos());
        assertThat(report.days()).hasSize(62);
    }

    @Test
    void aPeriodThatCannotBeIsSaidAndWhatWasTypedStays() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            page.getByLabel("Desde").fill("2027-01-10");
            page.getByLabel("Hasta").fill("2027-01-02");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ver números")).click();
            assertThat(page.locator(".problem")).hasText("El periodo termina antes de empezar: cambia una de las dos fechas.");
            assertThat(page.getByLabel("Desde")).hasValue("2027-01-10");
            Desk.accessible(page);
        });
        get(SalonLupita.LUPITA, PATH + "?desde=hoy&hasta=2027-01-02").statusCode(400);
        get(SalonLupita.LUPITA, PATH + "?desde=2020-01-01&hasta=2027-01-02").statusCode(400);
        get(SalonLupita.LUPITA, PATH + "?desde=%2B999999999-01-01&hasta=2027-01-02").statusCode(400);
    }

    @Test
    void eachTableIsAFileThatNoSpreadsheetCalculates() {
        world.execute("update service set name = '=HYPERLINK(\"x\")' where name = 'Corte de cabello'");
        var file = get(SalonLupita.LUPITA, PATH + "/servicios.csv?desde=2026-12-01&hasta=2027-01-31").statusCode(200)
                .contentType("text/csv").extract().asString();
        assertThat(file).startsWith("\uFEFFServicio,Atendidas").contains("\"'=HYPERLINK(\"\"x\"\")\",");
        for (var table : List.of("resumen", "dias", "horas", "equipo")) {
            get(SalonLupita.LUPITA, PATH + "/" + table + ".csv").statusCode(200);
        }
        get(SalonLupita.LUPITA, PATH + "/nada.csv").statusCode(404);
    }

    @Test
    void oneLocationIsLookedAtOrAllOfThem() {
        world.execute("""
                insert into location (organization_id, id, name, zone, position)
                select organization_id, '01900000-0000-7000-8000-0000000000aa', 'Norte', zone, 9 from location""");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".tiles")).isVisible();
            page.locator("#lugar").selectOption("Norte");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ver números")).click();
            assertThat(page.locator(".empty")).containsText("no hay citas");
            page.locator("#lugar").selectOption("Todas las sucursales");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ver números")).click();
            assertThat(page.locator(".tiles")).isVisible();
            Desk.accessible(page);
        });
    }

    @Test
    void namesAreShownAndNeverRun() {
        world.execute("update service set name = '<script>alert(1)</script> {braces}' where name = 'Corte de cabello'");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH + "?periodo=30");
            assertThat(page.locator("body")).containsText("<script>alert(1)</script> {braces}");
        });
    }

    @Test
    void whoMaySeeNoFiguresSeesNone() {
        for (var member : List.of(SalonLupita.BETO, SalonLupita.CARLA)) {
            get(member, PATH).statusCode(403);
            get(member, PATH + "/dias.csv").statusCode(403);
        }
        given().get(PATH + "/dias.csv").then().statusCode(403);
    }

    private ValidatableResponse get(StaffId member, String path) {
        return given().urlEncodingEnabled(false).cookie(Visitors.COOKIE, desk.session(member)).get(path).then();
    }
}
