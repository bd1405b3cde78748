package mx.yume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.people.SalonLife;

/** What is done in the chat is seen on the pages, and the other way round. */
@QuarkusTest
class AcrossDoorsTest {

    private static final String SOFIA = "525520000001";
    private static final String APPOINTMENTS = "select count(*) from appointment";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    SalonLife life;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void aBookingMadeInTheSimulatorAppearsOnTheOpenSchedule() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            page.waitForResponse(answer -> answer.url().contains("/tablero/eventos"),
                    () -> desk.open(page, "/tablero?fecha=2027-01-15&vista=dia"));
            page.evaluate("window.same = true");
            life.says(SOFIA, "quiero corte y barba el viernes a las 5 con Beto");
            life.says(SOFIA, "Sofía Reyes");
            assertThat(page.locator(".visit")).hasCount(0);
            life.says(SOFIA, "sí, por favor");
            assertThat(life.told(SOFIA)).contains("quedó agendada");
            assertThat(page.locator("[data-person='" + SalonLupita.BETO.value() + "'] .visit"))
                    .containsText("5:00 p.m. Sofía Reyes");
            assertThat(page.evaluate("window.same")).as("it was not loaded again").isEqualTo(true);
        });
    }

    @Test
    void hoursChangedOnThePageAreOfferedInTheChat() {
        life.says(SOFIA, "quiero un corte con Beto el lunes a las 8 de la mañana");
        assertThat(life.told(SOFIA)).contains("8:00 a.m. no es un horario que pueda darte");
        life.says(SOFIA, "olvídalo");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, "/tablero/sucursales/%s/horario".formatted(SalonLupita.LOCATION.value()));
            page.getByLabel("Lunes: desde", new GetByLabelOptions().setExact(true)).fill("08:00");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
        });
        life.says(SOFIA, "quiero un corte con Beto el lunes a las 8 de la mañana");
        life.says(SOFIA, "Sofía Reyes");
        life.says(SOFIA, "sí");
        assertThat(world.rows("select local_start from appointment")).containsExactly(List.of("2027-01-18 08:00:00"));
    }

    @Test
    void goingBackAndReloadingRepeatNothing() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, "/tablero/citas/nueva?fecha=2027-01-15&hora=12:00&persona=" + SalonLupita.ANA.value());
            page.getByLabel("Nombre").fill("Sofía Reyes");
            page.getByLabel("Corte de cabello").check();
            button(page, "Agendar");
            assertThat(page.locator(".toast")).containsText("quedó agendada");
            page.reload();
            assertThat(page.locator(".visit")).hasCount(1);
            page.goBack();
            page.reload();
            page.goForward();
            assertThat(page.locator(".visit")).hasCount(1);
            assertThat(world.count(APPOINTMENTS)).isOne();
            page.locator(".visit").click();
            page.getByText("Cancelar la cita", new Page.GetByTextOptions().setExact(true)).click();
            button(page, "Sí, cancelar la cita");
            assertThat(page.locator(".chip")).hasText("Cancelada");
            page.goBack();
            page.reload();
            page.goForward();
            assertThat(page.locator(".chip")).hasText("Cancelada");
        });
        assertThat(world.rows("select status, version from appointment")).containsExactly(List.of("cancelled", "1"));
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
