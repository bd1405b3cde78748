package mx.yume.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;

/** Pages that no other test looks at as a whole, one after the other: on both screens, in both themes. */
@QuarkusTest
class WalkTest {

    @Inject
    FullSalon salon;
    @Inject
    World world;
    @Inject
    Desk desk;

    @Test
    void everyOtherPageLooksGood() {
        salon.load();
        for (var screen : Screen.values()) {
            desk.as(SalonLupita.LUPITA, screen, page -> {
                // Meta's script, which is elsewhere.
                page.route("https://connect.facebook.net/**", asked -> asked
                        .fulfill(new FulfillOptions().setContentType("text/javascript").setBody("")));
                look(page, screen, "equipo", "/tablero/equipo");
                look(page, screen, "persona-nueva", "/tablero/equipo/nuevo");
                look(page, screen, "persona-servicio", "/tablero/equipo/{id}/servicios/{service}");
                look(page, screen, "persona-horario", "/tablero/equipo/{id}/horario/{location}");
                look(page, screen, "lugares", "/tablero/lugares");
                look(page, screen, "lugar", "/tablero/lugares/{id}");
                look(page, screen, "lugar-nuevo", "/tablero/lugares/nuevo");
                look(page, screen, "servicio", "/tablero/servicios/{id}");
                look(page, screen, "disponibilidad", "/tablero/disponibilidad");
                look(page, screen, "bloquear", "/tablero/disponibilidad/nuevo");
                look(page, screen, "bloquear-horas", "/tablero/disponibilidad/nuevo?tipo=horas");
                look(page, screen, "bloquear-semana", "/tablero/disponibilidad/nuevo?tipo=semana");
                look(page, screen, "espera-buscar", "/tablero/espera/nuevo?buscar=a");
                look(page, screen, "conectar", "/conectar");
                look(page, screen, "no-esta", "/tablero/citas/no-esta");
                look(page, screen, "persona", "/tablero/equipo/{id}");
                button(page, "Quitar del equipo");
                assertThat(page.locator(".question")).containsText("por venir");
                Desk.inspect(page, screen, "quitar-pregunta");
                desk.open(page, salon.address("/tablero/sucursales/{id}"));
                page.getByLabel("Zona horaria").last().selectOption("America/Tijuana");
                button(page, "Cambiar la zona");
                assertThat(page.locator(".question")).containsText("otra hora");
                Desk.inspect(page, screen, "zona-pregunta");
            });
        }
        assertThat(world.count("select count(*) from staff_member where not active")).isZero();
    }

    @Test
    void aNewBusinessIsShownTheWayToItsFirstBookingWhereItBegins() {
        world.fresh();
        for (var screen : Screen.values()) {
            desk.as(SalonLupita.LUPITA, screen, page -> {
                for (var path : new String[]{"/tablero", "/tablero?vista=semana"}) {
                    desk.open(page, path);
                    assertThat(page.locator(".guide")).containsText("3 de 5 pasos listos");
                }
                desk.open(page, "/tablero");
                Desk.inspect(page, screen, "agenda-guia");
            });
        }
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, "/tablero");
            assertThat(page.locator("h1")).hasText("Hoy, miércoles 13 de enero");
            assertThat(page.locator(".guide")).hasCount(0);
        });
        world.freshWithAppointments();
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, "/tablero");
            assertThat(page.locator(".visit").first()).isAttached();
            assertThat(page.locator(".guide")).hasCount(0);
        });
    }

    private void look(Page page, Screen screen, String name, String route) {
        desk.open(page, salon.address(route));
        Desk.inspect(page, screen, name);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
