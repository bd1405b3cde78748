package mx.yume.web.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class WaitlistPageTest {

    private static final String PATH = "/tablero/espera";
    private static final String PATY = "525511110001";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    SalonLife life;

    @BeforeEach
    void patyIsKnown() {
        world.fresh();
        life.says(PATY, "hola");
        world.execute("update person set name = 'Paty López', name_confirmed_at = now() where id = '%s'"
                .formatted(life.person(PATY)));
    }

    @Test
    void somebodyIsAddedSeenAndTakenOff() {
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".empty")).containsText("Nadie está esperando");
            page.locator("main a.button").click();
            page.getByRole(AriaRole.SEARCHBOX).fill("paty");
            page.getByRole(AriaRole.SEARCHBOX).press("Enter");
            page.locator(".list .what a").click();
            CustomersPageTest.button(page, "Agregar");
            assertThat(page.locator("#servicio-error")).hasText("Elige el servicio.");
            page.getByLabel("Servicio").selectOption(new SelectOption().setLabel("Gelish"));
            page.getByLabel("Desde el día").fill("2027-01-20");
            page.getByLabel("Hasta el día").fill("2027-01-19");
            CustomersPageTest.button(page, "Agregar");
            assertThat(page.locator("#hasta-error")).isVisible();
            page.getByLabel("Hasta el día").fill("2027-01-22");
            Desk.accessible(page);
            CustomersPageTest.button(page, "Agregar");
            assertThat(page.locator(".toast")).containsText("quedó agregado");
            assertThat(page.locator(".waits")).containsText("Gelish");
            assertThat(page.locator(".waits")).containsText("Del miércoles 20 de enero al viernes 22 de enero");
        });
        life.settle();
        desk.inspect(SalonLupita.LUPITA, PATH, "espera");
        desk.inspect(SalonLupita.LUPITA, PATH + "/nuevo?cliente=" + life.person(PATY), "espera-nuevo");
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".waits .chip")).containsText("Se le ofreció");
            CustomersPageTest.button(page, "Quitar a Paty López de la lista");
            assertThat(page.locator(".toast")).containsText("se quitó");
        });
        assertThat(world.rows("select status from waitlist_entry")).containsExactly(List.of("left"));
    }

    @Test
    void whoeverIsNotThereIsNotThereAndViewersSeeNothing() {
        assertThat(life.get(SalonLupita.LUPITA, PATH + "/nuevo?cliente=01900000-0000-7000-8000-0000000000ff").statusCode())
                .isEqualTo(404);
        assertThat(life.get(SalonLupita.CARLA, PATH).statusCode()).isEqualTo(403);
        assertThat(life.get(SalonLupita.CARLA, PATH + "/nuevo").statusCode()).isEqualTo(403);
    }
}
