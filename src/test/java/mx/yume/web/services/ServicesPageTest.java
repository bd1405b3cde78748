package mx.yume.web.services;

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
class ServicesPageTest {

    private static final String PATH = "/tablero/servicios";

    @Inject
    Desk desk;
    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theMenuLooksGood() {
        desk.inspect(SalonLupita.LUPITA, PATH, "servicios");
        desk.inspect(SalonLupita.LUPITA, PATH + "/nuevo", "servicio-nuevo");
    }

    @Test
    void aServiceIsAddedAndWhatIsWrongIsSaidNextToItsField() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            link(page, "Agregar servicio");
            page.getByLabel("Nombre").fill("Corte de Cabello");
            page.getByLabel("Minutos", new Page.GetByLabelOptions().setExact(true)).fill("media hora");
            page.getByLabel("Precio, en pesos").fill("$1,250.50");
            button(page, "Guardar");
            assertThat(page.locator("#minutos-error")).containsText("Escribe los minutos con número");
            assertThat(page.getByLabel("Precio, en pesos")).hasValue("$1,250.50");
            page.getByLabel("Minutos", new Page.GetByLabelOptions().setExact(true)).fill("40");
            button(page, "Guardar");
            assertThat(page.locator("#nombre-error")).containsText("Ya hay un servicio que se llama «Corte de cabello».");
            page.getByLabel("Nombre").fill("Alaciado");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó agregado");
            Desk.accessible(page);
        });
        assertThat(world.rows("select duration_minutes, price_centavos from service where name = 'Alaciado'"))
                .containsExactly(List.of("40", "125050"));
    }

    @Test
    void twoWhoEditTheSameAreToldAndTheSecondSeesWhatTheFirstDid() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, PATH + "/" + SalonLupita.PEINADO.value());
            world.execute("update service set name = 'Peinado de fiesta', version = version + 1 where name = 'Peinado'");
            page.getByLabel("Precio, en pesos").fill("500");
            button(page, "Guardar");
            assertThat(page.locator(".problem")).containsText("Alguien más lo cambió");
            assertThat(page.getByLabel("Nombre")).hasValue("Peinado de fiesta");
            page.getByLabel("Precio, en pesos").fill("500");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
        });
        assertThat(world.rows("select name from service where price_centavos = 50000"))
                .containsExactly(List.of("Peinado de fiesta"));
    }

    @Test
    void theOrderIsChangedByKeyboardAndAServiceLeavesAndComesBack() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, PATH);
            page.getByLabel("Subir Barba").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("ol .what a").nth(1)).hasText("Barba");
            desk.open(page, PATH + "/" + SalonLupita.BARBA.value());
            button(page, "Dejar de ofrecer");
            assertThat(page.locator(".toast")).containsText("se quitó");
            button(page, "Volver a ofrecer Barba");
            assertThat(page.locator("ol")).containsText("Barba");
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
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name)).click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
