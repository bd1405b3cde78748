package mx.yume.web.team;

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
import mx.yume.web.Desk;

@QuarkusTest
class TeamPageTest {

    private static final String PATH = "/tablero/equipo";
    private static final String BETO = PATH + "/" + SalonLupita.BETO.value();

    @Inject
    Desk desk;
    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void somebodyIsAddedWithWhatTheyGiveAndIsInvited() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator("ol")).containsText("Falta que entre");
            Desk.accessible(page);
            Desk.picture(page, "equipo-phone");
            desk.open(page, PATH + "/nuevo");
            Desk.accessible(page);
            page.getByLabel("Nombre").fill("Diana");
            page.getByLabel("WhatsApp, 10 dígitos").fill("55 1000 0003");
            button(page, "Agregar e invitar");
            assertThat(page.locator("#telefono-error")).containsText("Ese teléfono ya es de Beto.");
            page.getByLabel("WhatsApp, 10 dígitos").fill("55 1000 0009");
            page.getByLabel("Tinte").uncheck();
            button(page, "Agregar e invitar");
            assertThat(page.locator("h1")).hasText("Diana");
            Desk.accessible(page);
            Desk.picture(page, "persona-phone");
            button(page, "Invitar otra vez");
            assertThat(page.locator(".toast")).containsText("invitación");
        });
        assertThat(world.count("""
                select count(*) from staff_skill k join staff_member m on m.id = k.staff_id where m.name = 'Diana'"""))
                .isEqualTo(7);
    }

    @Test
    void whatSomebodyGivesAndWorksIsChanged() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, BETO);
            page.getByLabel("Administra").check();
            page.getByLabel("Su lugar de siempre").selectOption("Silla 2");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            page.locator("a", new Page.LocatorOptions().setHasText("Manicure")).click();
            page.getByLabel("Su precio, en pesos").fill("300");
            button(page, "Sí lo da");
            assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Manicure"))).containsText("$300");
            desk.open(page, BETO + "/servicios/" + SalonLupita.BARBA.value());
            button(page, "Ya no lo da");
            assertThat(page.locator(".toast")).containsText("se quitó");
            desk.open(page, BETO + "/horario/" + SalonLupita.LOCATION.value());
            Desk.accessible(page);
            page.getByLabel("Sábado: desde", new GetByLabelOptions().setExact(true)).fill("");
            page.getByLabel("Sábado: hasta", new GetByLabelOptions().setExact(true)).fill("");
            button(page, "Guardar");
            assertThat(page.locator("h1")).hasText("Beto");
        });
        assertThat(world.rows("select permission from staff_member where name = 'Beto' and default_spot_id is not null"))
                .containsExactly(List.of("admin"));
        assertThat(world.count("select count(*) from staff_hours h join staff_member m on m.id = h.staff_id "
                + "where m.name = 'Beto' and weekday = 6")).isZero();
    }

    @Test
    void somebodyLeavesAfterItIsSaidWhatBecomesOfTheirAppointmentsAndComesBack() {
        world.freshWithAppointments();
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, BETO);
            button(page, "Quitar del equipo");
            assertThat(page.locator(".question")).containsText("por venir");
            page.getByLabel("Se quedan como están").check();
            button(page, "Quitar");
            assertThat(page.locator(".toast")).containsText("se quitó");
            button(page, "Dar de alta otra vez a Beto");
            assertThat(page.locator("ol")).containsText("Beto");
        });
    }

    @Test
    void anAdministratorNeitherGivesPermissionsNorTakesOverAnOwnersPhone() {
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, PATH + "/" + SalonLupita.LUPITA.value());
            assertThat(page.locator("main form")).hasCount(0);
            desk.open(page, BETO);
            assertThat(page.getByText("Qué puede hacer")).hasCount(0);
            page.evaluate("""
                    () => { const it = document.createElement('input'); it.name = 'permiso'; it.value = 'admin';
                            document.querySelector('main form').append(it);
                            document.querySelector('main form').action = '/tablero/equipo/%s' }"""
                    .formatted(SalonLupita.LUPITA.value()));
            button(page, "Guardar");
            assertThat(page.locator("h1")).hasText("Eso no te toca");
            desk.open(page, BETO);
            page.evaluate("""
                    () => { const it = document.createElement('input'); it.name = 'permiso'; it.value = 'admin';
                            document.querySelector('main form').append(it); }""");
            button(page, "Guardar");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            desk.open(page, BETO + "/horario/" + SalonLupita.LOCATION.value());
            assertThat(page.locator("h1")).hasText("Eso no te toca");
        });
        assertThat(world.rows("select permission from staff_member where name = 'Beto'")).containsExactly(List.of("staff"));
    }

    @Test
    void whoAttendsDoesNotGetThere() {
        for (var member : List.of(SalonLupita.BETO, SalonLupita.CARLA)) {
            desk.as(member, Screen.PHONE, page -> {
                desk.open(page, PATH);
                assertThat(page.locator("h1")).hasText("Eso no te toca");
            });
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
