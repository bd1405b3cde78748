package mx.yume.web.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;
import mx.yume.web.page.Csrf;
import mx.yume.web.signin.Visitors;

@QuarkusTest
class SettingsPageTest {

    private static final String PATH = "/tablero/ajustes";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Csrf csrf;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theSettingsLookGood() {
        desk.inspect(SalonLupita.LUPITA, PATH, "ajustes");
    }

    @Test
    void theGuideSaysWhatIsMissingUntilTheFirstBooking() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".guide")).containsText("3 de 5 pasos listos");
            assertThat(page.locator(".guide")).containsText("Falta que 1 persona de tu equipo");
            world.execute("update service set active = false");
            desk.open(page, PATH);
            assertThat(page.locator(".guide")).containsText("Sin servicios nadie puede agendar.");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Agregar servicios")).click();
            assertThat(page.locator("h1")).hasText("Servicios");
        });
    }

    @Test
    void theGuideGoesWhenNothingIsMissing() {
        world.freshWithAppointments();
        world.execute("update staff_member set onboarded_at = now()");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator("h1")).hasText("Ajustes");
            assertThat(page.locator(".guide")).hasCount(0);
        });
    }

    @Test
    void theBusinessIsRenamedAndItsAddressStays() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            page.getByLabel("Nombre, como lo ven").fill("  ");
            button(page, "Guardar el nombre");
            assertThat(page.locator("#nombre-error")).hasText("El nombre debe tener de 1 a 120 letras.");
            page.getByLabel("Nombre, como lo ven").fill("  Lupita <script>alert(1)</script> {braces}  ");
            button(page, "Guardar el nombre");
            assertThat(page.locator(".toast")).containsText("quedó guardado");
            assertThat(page.locator(".brand")).containsText("Lupita <script>alert(1)</script> {braces}");
            assertThat(page.locator("body")).containsText("/s/salon-lupita");
        });
    }

    @Test
    void whoComesSecondSeesTheNameThatTheFirstGave() {
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            world.execute("update organization set name = 'Otro', version = version + 1 where slug = 'salon-lupita'");
            page.getByLabel("Nombre, como lo ven").fill("Mío");
            button(page, "Guardar el nombre");
            assertThat(page.locator("#nombre-error")).containsText("Alguien más lo cambió");
            assertThat(page.getByLabel("Nombre, como lo ven")).hasValue("Otro");
        });
    }

    @Test
    void noticesAreSetAndQuietHoursAreSaid() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, PATH);
            assertThat(page.locator("body")).containsText("De 9:30 p.m. a 8:00 a.m.");
            page.getByLabel("Hora de la agenda del día").fill("06:30");
            page.getByLabel("Recordar también 2 horas antes").check();
            button(page, "Guardar los avisos");
            assertThat(page.getByLabel("Recordar también 2 horas antes")).isChecked();
        });
        assertThat(world.rows("select daily_at, second_reminder from notice_settings"))
                .containsExactly(List.of("06:30:00", "t"));
        post("/avisos", Map.of("hora", "mañana")).then().statusCode(400);
        post("/avisos", Map.of("hora", "05:00", "vistos", "07:00")).then().statusCode(409)
                .body(containsString("Alguien más lo cambió"), containsString("06:30"));
        post("/avisos", Map.of("hora", "05:00")).then().statusCode(409);
        post("/avisos", Map.of()).then().statusCode(400);
        post("/nombre", Map.of()).then().statusCode(400);
        assertThat(world.rows("select daily_at from notice_settings")).containsExactly(List.of("06:30:00"));
    }

    @Test
    void everythingIsInOneFileAndNothingOfOthers() throws IOException {
        world.freshWithAppointments();
        world.execute(
                "update person set name = '=1+1', name_confirmed_at = now() where id = (select min(id::text)::uuid from person)");
        var bytes = given().cookie(Visitors.COOKIE, desk.session(SalonLupita.LUPITA)).get(PATH + "/datos.zip").then()
                .statusCode(200).contentType("application/zip").extract().asByteArray();
        var tables = tables(bytes);
        assertThat(tables.keySet()).containsExactly("servicios.csv", "equipo.csv", "sucursales.csv", "clientes.csv",
                "citas.csv");
        assertThat(tables.getOrDefault("citas.csv", "").lines().count())
                .isEqualTo(1 + world
                        .count("select count(*) from appointment where organization_id = '%s'".formatted(SalonLupita.ID)));
        assertThat(tables.getOrDefault("clientes.csv", "").lines().count())
                .isEqualTo(
                        1 + world.count("select count(*) from person where organization_id = '%s'".formatted(SalonLupita.ID)));
        assertThat(tables.get("clientes.csv")).startsWith("\uFEFF").contains("\"'=1+1\"");
        assertThat(tables.get("equipo.csv")).contains("Lupita").contains("dueño");
        assertThat(tables.get("servicios.csv")).contains("Corte y barba");
    }

    @Test
    void nobodyIsForgottenHoweverManyTheyAre() throws IOException {
        world.execute("""
                insert into person (organization_id, id, created_at)
                select organization_id, gen_random_uuid(), now() from organization, generate_series(1, 1000)
                where slug = 'salon-lupita'""");
        var bytes = given().cookie(Visitors.COOKIE, desk.session(SalonLupita.LUPITA)).get(PATH + "/datos.zip").asByteArray();
        assertThat(tables(bytes).getOrDefault("clientes.csv", "").lines().distinct().count()).isEqualTo(1 + world.count(
                "select count(*) from person where organization_id = '%s'".formatted(SalonLupita.ID)));
    }

    @Test
    void onlyTheOwnerGetsThere() {
        for (var member : List.of(SalonLupita.ANA, SalonLupita.BETO, SalonLupita.CARLA)) {
            given().cookie(Visitors.COOKIE, desk.session(member)).get(PATH).then().statusCode(403);
            given().cookie(Visitors.COOKIE, desk.session(member)).get(PATH + "/datos.zip").then().statusCode(403);
        }
        given().get(PATH + "/datos.zip").then().statusCode(403);
        given().cookie(Visitors.COOKIE, desk.session(SalonLupita.LUPITA)).formParam("nombre", "Robado").post(PATH + "/nombre")
                .then().statusCode(403);
    }

    private Response post(String path, Map<String, String> fields) {
        var session = desk.session(SalonLupita.LUPITA);
        return given().cookie(Visitors.COOKIE, session).formParams(fields).formParam(Csrf.FIELD, csrf.token(session))
                .formParam("version", "0").post(PATH + path);
    }

    private static Map<String, String> tables(byte[] bytes) throws IOException {
        var tables = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
