package mx.yume.web.premises;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.business.Businesses;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.SlotQuery;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class PremisesPageTest {

    private static final String PATH = "/tablero/sucursales";
    private static final String HERE = PATH + "/" + SalonLupita.LOCATION.value();
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 18);

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Agenda agenda;
    @Inject
    Businesses businesses;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theyLookGood() {
        desk.inspect(SalonLupita.LUPITA, PATH, "sucursales");
        desk.inspect(SalonLupita.LUPITA, HERE, "sucursal");
        desk.inspect(SalonLupita.LUPITA, HERE + "/horario", "sucursal-horario");
        desk.inspect(SalonLupita.LUPITA, HERE + "/fechas", "sucursal-fechas");
        desk.inspect(SalonLupita.LUPITA, PATH + "/nueva", "sucursal-nueva");
    }

    @Test
    void hoursChangedOnThePageAreWhatCustomersAreOffered() {
        assertThat(starts(MONDAY)).contains(LocalTime.of(10, 0)).doesNotContain(LocalTime.of(8, 0));
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, HERE + "/horario");
            time(page, "Lunes: desde").fill("08:00");
            time(page, "Lunes: hasta").fill("");
            button(page, "Guardar");
            assertThat(page.locator("#d1-error")).hasText("Escribe a qué hora empieza y a qué hora termina.");
            assertThat(time(page, "Lunes: desde")).hasValue("08:00");
            time(page, "Lunes: hasta").fill("12:00");
            page.getByText("Agregar otro horario de Lunes").click();
            time(page, "Lunes, horario 2: desde").fill("16:00");
            time(page, "Lunes, horario 2: hasta").fill("20:00");
            time(page, "Martes: desde").fill("");
            time(page, "Martes: hasta").fill("");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            assertThat(page.locator(".said").first()).containsText("8:00 a.m. a 12:00 p.m. y 4:00 p.m. a 8:00 p.m.");
        });
        assertThat(starts(MONDAY)).contains(LocalTime.of(8, 0), LocalTime.of(16, 0)).doesNotContain(LocalTime.of(12, 30));
        assertThat(starts(MONDAY.plusDays(1))).isEmpty();
        assertThat(starts(MONDAY.plusDays(2))).contains(LocalTime.of(10, 0));
    }

    @Test
    void whatWouldBeLeftOutsideIsShownAndAskedAndNothingIsCancelled() {
        world.freshWithAppointments();
        var before = world.count("select count(*) from appointment where status in ('pending', 'confirmed')");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, HERE + "/fechas");
            page.getByLabel("Fecha", new Page.GetByLabelOptions().setExact(true)).fill("2027-01-14");
            page.getByLabel("Cerrado todo el día").check();
            button(page, "Agregar fecha");
            assertThat(page.locator(".question")).containsText("quedarían fuera");
            assertThat(page.locator(".list")).containsText("jueves 14 de enero");
            Desk.accessible(page);
            Desk.picture(page, "pregunta");
            assertThat(world.count("select count(*) from special_day")).isZero();
            button(page, "Sí, así está bien");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            assertThat(page.locator(".list").first()).containsText("Jueves 14 de enero");
        });
        assertThat(world.count("select count(*) from appointment where status in ('pending', 'confirmed')")).isEqualTo(before);
        assertThat(starts(LocalDate.of(2027, 1, 14))).isEmpty();
    }

    @Test
    void hoursPastMidnightAreAskedAbout() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, HERE + "/horario");
            time(page, "Viernes: hasta").fill("01:00");
            button(page, "Guardar");
            assertThat(page.locator(".question")).containsText("pasa de la medianoche");
            button(page, "Sí, así está bien");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
        });
        assertThat(world.count("select count(*) from opening_hours where weekday = 5 and closes = '01:00'")).isOne();
    }

    @Test
    void holidaysAreSuggestedAndADateIsLikeAnyOtherAgain() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, HERE + "/fechas");
            button(page, "Cerrar ese día Día de la Constitución");
            assertThat(page.locator(".list").first()).containsText("Cerrado · Día de la Constitución");
            button(page, "Quitar Lunes 1 de febrero");
            assertThat(page.locator(".toast")).containsText("se quitó");
        });
        assertThat(world.count("select count(*) from special_day")).isZero();
    }

    @Test
    void aLocationIsAddedClosedAndOpenedAgainAndTheLastOneStays() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, HERE);
            assertThat(page.getByText("Cerrar sucursal")).hasCount(0);
            desk.open(page, PATH);
            link(page, "Agregar sucursal");
            button(page, "Agregar");
            assertThat(page.locator("#nombre-error")).isVisible();
            page.getByLabel("Nombre").fill("Lupita Norte");
            page.getByLabel("Zona horaria").selectOption("America/Tijuana");
            button(page, "Agregar");
            assertThat(page.locator("h1")).hasText("Horario de Lupita Norte");
            time(page, "Sábado: desde").fill("09:00");
            time(page, "Sábado: hasta").fill("14:00");
            button(page, "Guardar");
            desk.open(page, PATH);
            button(page, "Subir Lupita Norte");
            assertThat(page.locator("ol .what a").first()).hasText("Lupita Norte");
            link(page, "Lupita Norte");
            button(page, "Cerrar sucursal");
            assertThat(page.locator(".toast")).containsText("se quitó");
            button(page, "Volver a abrir Lupita Norte");
            assertThat(page.locator("ol")).containsText("Lupita Norte");
        });
        assertThat(world.rows("select zone from location where name = 'Lupita Norte'"))
                .containsExactly(List.of("America/Tijuana"));
    }

    @Test
    void anotherZoneIsAskedAboutAndKeepsTheInstants() {
        world.freshWithAppointments();
        var before = world.rows("select id, starts_at from appointment order by id");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, HERE);
            page.getByLabel("Zona horaria").last().selectOption("America/Tijuana");
            button(page, "Cambiar la zona");
            assertThat(page.locator(".question")).containsText("otra hora");
            button(page, "Sí, cambiar la zona");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
        });
        assertThat(world.rows("select id, starts_at from appointment order by id")).isEqualTo(before);
        assertThat(world.rows("select zone from location")).containsExactly(List.of("America/Tijuana"));
    }

    @Test
    void onlyTheOwnerGetsThere() {
        for (var member : List.of(SalonLupita.ANA, SalonLupita.BETO, SalonLupita.CARLA)) {
            desk.as(member, Screen.PHONE, page -> {
                for (var path : List.of(PATH, HERE, HERE + "/horario", HERE + "/fechas")) {
                    desk.open(page, path);
                    assertThat(page.locator("h1")).hasText("Eso no te toca");
                }
            });
        }
    }

    private List<LocalTime> starts(LocalDate day) {
        var business = businesses.load(SalonLupita.ID).await().atMost(Duration.ofSeconds(20)).orElseThrow();
        return agenda.slots(business, SlotQuery.online(SalonLupita.LOCATION, SalonLupita.CORTE, day, day, Optional.empty()))
                .await().atMost(Duration.ofSeconds(20)).stream().map(slot -> slot.start().toLocalTime()).toList();
    }

    private static com.microsoft.playwright.Locator time(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
