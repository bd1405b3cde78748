package mx.yume.web.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class CustomersPageTest {

    private static final String PATH = "/tablero/clientes";
    private static final String PATY = "525511110001";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    SalonLife life;

    @BeforeEach
    void patyIsBookedForFriday() {
        world.freshWithAppointments();
        life.says(PATY, "quiero un corte con Beto el viernes a las 5, soy Paty López");
        for (int turns = 0; turns < 4 && visits("confirmed") == 0; turns++) {
            life.says(PATY, "sí");
        }
        assertThat(visits("confirmed")).isOne();
    }

    private long visits(String status) {
        return world.count("select count(*) from appointment where customer_id = '%s' and status = '%s'"
                .formatted(life.person(PATY), status));
    }

    @Test
    void thePagesLookGood() {
        desk.inspect(SalonLupita.LUPITA, PATH, "clientes");
        desk.inspect(SalonLupita.LUPITA, PATH + "/" + life.person(PATY), "cliente");
    }

    @Test
    void somebodyIsFoundWithoutAccentsAndByTheirPhone() {
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            search(page, "lopez pat");
            assertThat(page.locator(".people .what a")).hasText("Paty López");
            assertThat(page.locator(".people")).containsText("Próxima: viernes 15 de enero");
            search(page, "1111 0001");
            assertThat(page.locator(".people .what a")).hasText("Paty López");
            search(page, "nadie así");
            assertThat(page.locator(".empty")).containsText("No encontré a nadie con «nadie así»");
            Desk.accessible(page);
        });
    }

    @Test
    void nameAndNoteAreChangedAndWhoeverIsSlowerSeesWhatTheOtherWrote() {
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH + "/" + life.person(PATY));
            page.getByLabel("Cómo se llama").fill(" ");
            button(page, "Guardar nombre");
            assertThat(page.locator("#nombre-error")).containsText("de 1 a 80 letras");
            page.getByLabel("Cómo se llama").fill("Patricia López");
            button(page, "Guardar nombre");
            assertThat(page.locator("h1")).hasText("Patricia López");
            page.getByLabel("Lo que conviene recordar").fill("Alérgica al amoniaco");
            button(page, "Guardar nota");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            world.execute("update person_note set note = 'Prefiere a Beto', version = version + 1");
            page.getByLabel("Lo que conviene recordar").fill("Otra cosa");
            button(page, "Guardar nota");
            assertThat(page.locator("#nota-error")).containsText("Alguien más lo cambió");
            assertThat(page.getByLabel("Lo que conviene recordar")).hasValue("Prefiere a Beto");
            Desk.accessible(page);
        });
    }

    @Test
    void aMessageGoesOutOnceWithinTheWindowAndTheTruthIsToldOutsideIt() {
        desk.as(SalonLupita.BETO, Screen.DESK, page -> {
            desk.open(page, PATH + "/" + life.person(PATY));
            page.getByLabel("Mensaje", new Page.GetByLabelOptions().setExact(true)).fill("¿Puedes llegar 10 minutos antes?");
            button(page, "Mandar");
            assertThat(page.locator(".toast")).containsText("ya va en camino");
            life.settle();
            assertThat(life.told(PATY)).isEqualTo("Mensaje de Salón Lupita: ¿Puedes llegar 10 minutos antes?");
            life.tick(Duration.ofHours(25));
            page.reload();
            assertThat(page.locator("main")).containsText("solo deja escribirle si escribió en las últimas 24 horas");
        });
    }

    @Test
    void everythingThatIsKnownOfSomebodyIsDownloaded() {
        var answer = life.get(SalonLupita.LUPITA, PATH + "/" + life.person(PATY) + "/datos");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; filename=");
        assertThat(answer.body()).contains("\"nombre\" : \"Paty López\"", "+" + PATY, "aviso de privacidad", "Corte de cabello",
                "quiero un corte con Beto el viernes a las 5", "\"mensajes_completos\" : true");
        assertThat(life.get(SalonLupita.BETO, PATH + "/" + life.person(PATY) + "/datos").statusCode()).isEqualTo(403);
    }

    @Test
    void erasingTakesAwayWhoTheyAreAndLeavesTheBooksRight() {
        var person = life.person(PATY);
        world.execute("""
                insert into person_note (organization_id, person_id, note, changed_at)
                select organization_id, id, 'Vive en la Roma', now() from person where id = '%s'""".formatted(person));
        var before = world.rows("select count(*), sum(price_centavos) from appointment");
        desk.as(SalonLupita.ANA, Screen.PHONE, page -> {
            desk.open(page, PATH + "/" + person);
            button(page, "Borrar sus datos");
            assertThat(page.locator("dialog")).containsText("Tiene una cita por venir: se cancela sin avisarle.");
            Desk.accessible(page);
            button(page, "Sí, borrar");
            assertThat(page.locator(".toast")).containsText("sus datos quedaron borrados");
            search(page, "paty");
            assertThat(page.locator(".empty")).isVisible();
            desk.open(page, PATH + "/" + person);
            assertThat(page.locator("h1")).hasText("Cliente borrado");
            assertThat(page.locator(".chip.cancelled")).hasText("Cancelada");
        });
        life.settle();
        assertThat(world.rows("select count(*), sum(price_centavos) from appointment")).isEqualTo(before);
        assertThat(world.count("select count(*) from reservation r join appointment a on a.id = r.appointment_id "
                + "where a.customer_id = '%s'".formatted(person))).isZero();
        for (var secret : List.of("Paty", PATY.substring(2), "Roma")) {
            for (var table : List.of("person", "person_identity", "person_note", "appointment", "conversation",
                    "inbound_message",
                    "outbox", "turn_trace", "effect", "flow", "handoff", "waitlist_entry", "job")) {
                assertThat(world.rows("select t::text from %s t where t::text ilike '%%%s%%'".formatted(table, secret)))
                        .as("%s in %s", secret, table).isEmpty();
            }
        }
        assertThat(world.count("select count(*) from shared_name where name is not null")).isZero();
    }

    @Test
    void erasingTwiceIsNothingAndThoseWhoWorkHereAreNotErased() {
        var person = life.person(PATY);
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH + "/" + person);
            desk.as(SalonLupita.ANA, Screen.PHONE, other -> {
                desk.open(other, PATH + "/" + person);
                button(other, "Borrar sus datos");
                button(other, "Sí, borrar");
                assertThat(other.locator(".toast")).containsText("borrados");
            });
            button(page, "Borrar sus datos");
            button(page, "Sí, borrar");
            assertThat(page.locator(".toast")).containsText("ya estaba hecho");
            life.says("525510000003", "hola");
            desk.open(page, PATH + "/" + life.person("525510000003"));
            button(page, "Borrar sus datos");
            button(page, "Sí, borrar");
            assertThat(page.locator(".problem")).containsText("Es parte del equipo");
        });
        life.says(PATY, "hola");
        assertThat(life.person(PATY)).as("somebody new").isNotEqualTo(person);
    }

    @Test
    void staffEraseNobodyViewersSeeNobodyAndAnothersCustomerIsNotThere() {
        var one = PATH + "/" + life.person(PATY);
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, one);
            assertThat(page.locator("text=Borrar sus datos")).hasCount(0);
        });
        for (var path : List.of(PATH, one, "/tablero/espera", "/tablero/conversaciones")) {
            assertThat(life.get(SalonLupita.CARLA, path).statusCode()).as(path).isEqualTo(403);
        }
        for (var id : List.of("01900000-0000-7000-8000-0000000000ff", "no-es-un-id", "%00")) {
            assertThat(life.get(SalonLupita.LUPITA, PATH + "/" + id).statusCode()).as(id).isEqualTo(404);
        }
        world.execute("insert into organization (organization_id, name, slug, created_at) values "
                + "('01900000-0000-7000-8000-00000000000d', 'Otra', 'otra', now())");
        world.execute("insert into person (organization_id, id, name, name_confirmed_at, created_at) values "
                + "('01900000-0000-7000-8000-00000000000d', '01900000-0000-7000-8000-0000000000aa', 'Ajena', now(), now())");
        assertThat(life.get(SalonLupita.LUPITA, PATH + "/01900000-0000-7000-8000-0000000000aa").statusCode()).isEqualTo(404);
        assertThat(life.get(SalonLupita.LUPITA, PATH + "/01900000-0000-7000-8000-0000000000aa/datos").statusCode())
                .isEqualTo(404);
        assertThat(life.get(SalonLupita.LUPITA, PATH + "?buscar=%25_%27&pagina=99999999").statusCode()).isEqualTo(200);
    }

    private static void search(Page page, String words) {
        page.getByRole(AriaRole.SEARCHBOX).fill(words);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        page.waitForURL("**buscar=**");
    }

    static void button(Page page, String name) {
        Locator button = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
        button.click();
    }
}
