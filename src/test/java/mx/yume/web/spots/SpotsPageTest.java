package mx.yume.web.spots;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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
class SpotsPageTest {

    private static final String PATH = "/tablero/lugares";

    @Inject
    Desk desk;
    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void aSpotIsAddedRenamedOrderedTakenOutAndBroughtBack() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator("ol")).containsText("Silla 1");
            Desk.accessible(page);
            Desk.picture(page, "lugares-phone");
            desk.open(page, PATH + "/nuevo");
            page.getByLabel("Nombre").fill("Silla 1");
            page.getByLabel("Tipo").fill("cabina");
            button(page, "Agregar");
            assertThat(page.locator("#nombre-error")).containsText("Ya hay otro que se llama");
            page.getByLabel("Nombre").fill("Cabina");
            button(page, "Agregar");
            assertThat(page.locator(".toast")).containsText("quedó agregado");
            button(page, "Subir Cabina");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Cabina").setExact(true)).click();
            Desk.accessible(page);
            page.getByLabel("Nombre").fill("Cabina azul");
            page.getByLabel("Tipo").fill("silla");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Cabina azul").setExact(true)).click();
            assertThat(page.locator("main")).containsText("Corte de cabello");
            button(page, "Dejar de usar");
            assertThat(page.locator(".toast")).containsText("se quitó");
            button(page, "Volver a usar Cabina azul");
            assertThat(page.locator("ol")).containsText("Cabina azul");
        });
    }

    @Test
    void onlyTheOwnerGetsThere() {
        for (var member : List.of(SalonLupita.ANA, SalonLupita.BETO, SalonLupita.CARLA)) {
            desk.as(member, Screen.PHONE, page -> {
                desk.open(page, PATH);
                assertThat(page.locator("h1")).hasText("Eso no te toca");
            });
        }
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH + "/00000000-0000-0000-0000-000000000001");
            assertThat(page.locator("h1")).hasText("No está aquí");
        });
        assertThat(world.count("select count(*) from spot")).isEqualTo(3);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
