package mx.yume.web.availability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class TimeOffPagesTest {

    private static final String PATH = "/tablero/disponibilidad";

    @Inject
    Desk desk;
    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void visitsInTheTimeAreShownAndStay() {
        world.freshWithAppointments();
        var before = world.count("select count(*) from appointment where status in ('pending', 'confirmed')") - 1;
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, PATH + "/nuevo");
            Desk.accessible(page);
            Desk.picture(page, "bloquear-phone");
            page.getByLabel("De quién").selectOption("Todo el equipo");
            page.getByLabel("Primer día").fill("2027-01-14");
            page.getByLabel("Motivo").fill("Fumigación");
            button(page, "Bloquear");
            assertThat(page.locator(".list")).containsText("jueves 14 de enero");
            assertThat(world.count("select count(*) from block")).isZero();
            // Somebody cancels meanwhile: what stays is asked about once more, as it is now.
            world.execute(
                    """
                            update appointment set status = 'cancelled', cancelled_at = now() where id = (
                                select id from appointment where status in ('pending', 'confirmed') and starts_at > '2027-01-14 00:00-06'
                                limit 1)""");
            button(page, "Sí, bloquear lo demás");
            assertThat(world.count("select count(*) from block")).isZero();
            button(page, "Sí, bloquear lo demás");
            assertThat(page.locator(".toast")).containsText("bloqueado");
            assertThat(page.locator(".list")).containsText("Fumigación");
            Desk.accessible(page);
            Desk.picture(page, "disponibilidad-phone");
            button(page, "Quitar Jueves 14 de enero, todo el día");
            assertThat(page.locator(".toast")).containsText("libre");
        });
        assertThat(world.count("select count(*) from block")).isZero();
        assertThat(world.count("select count(*) from appointment where status in ('pending', 'confirmed')")).isEqualTo(before);
    }

    @Test
    void aBreakOfEveryWeekIsSetAndEndsAgain() {
        desk.as(SalonLupita.BETO, Screen.DESK, page -> {
            desk.open(page, PATH + "/nuevo?tipo=semana");
            assertThat(page.getByLabel("De quién")).hasCount(0);
            Desk.accessible(page);
            button(page, "Bloquear");
            assertThat(page.locator("#semana-error")).isVisible();
            page.getByLabel("Martes").check();
            page.getByLabel("Jueves").check();
            page.getByLabel("Empieza").fill("18:00");
            page.getByLabel("Termina", new Page.GetByLabelOptions().setExact(true)).fill("19:00");
            button(page, "Bloquear");
            assertThat(page.locator(".list")).containsText("Martes, jueves: 6:00 p.m. a 7:00 p.m.");
            assertThat(world.count("select count(*) from weekly_break")).isEqualTo(2);
            button(page, "Quitar Martes, jueves: 6:00 p.m. a 7:00 p.m.");
            assertThat(page.locator(".toast")).containsText("libre");
        });
        assertThat(world.count("select count(*) from weekly_break")).isZero();
    }

    @Test
    void whoAttendsBlocksOnlyTheirOwnTimeAndWhoOnlySeesNone() {
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH + "/nuevo");
            page.evaluate("() => { const it = document.createElement('input'); it.name = 'quien'; it.value = 'todos'; "
                    + "document.querySelector('main form').append(it); }");
            button(page, "Bloquear");
            assertThat(page.locator("h1")).hasText("Eso no te toca");
        });
        desk.as(SalonLupita.CARLA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator("h1")).hasText("Eso no te toca");
        });
        assertThat(world.count("select count(*) from block")).isZero();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
