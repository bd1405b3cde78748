package mx.yume.web.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Desk;
import mx.yume.web.page.Csrf;
import mx.yume.web.signin.Visitors;

/** What reaches the schedule without its own pages: twice, from another business, from who may not, or as nonsense. */
@QuarkusTest
class ScheduleFormsTest {

    private static final String NEW = "/tablero/citas/nueva";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Csrf csrf;
    @Inject
    MeterRegistry meters;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theSameFormBooksOnceHoweverOftenAndAtOnceItIsSent() {
        var session = desk.session(SalonLupita.LUPITA);
        var form = cut(Map.of("clave", UUID.randomUUID().toString()));
        var answers = IntStream.range(0, 4).parallel().mapToObj(at -> post(session, NEW, form)).toList();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(answers).filteredOn(answer -> answer.header("Location").endsWith("hecho=agendada")).hasSize(1);
        assertThat(post(session, NEW, form).header("Location")).endsWith("hecho=ya");
        assertThat(world.count("select count(*) from appointment")).isEqualTo(1);
        assertThat(world.count("select count(*) from submission")).isEqualTo(1);
    }

    @Test
    void aFormThatWasRefusedMayBeSentAgain() {
        var session = desk.session(SalonLupita.LUPITA);
        var key = UUID.randomUUID().toString();
        var refused = post(session, NEW, cut(Map.of("clave", key, "fecha", "2027-01-17")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("fuera de horario", "Sofía Paz");
        assertThat(post(session, NEW, cut(Map.of("clave", key))).header("Location")).endsWith("hecho=agendada");
    }

    @Test
    void nonsenseIsSaidNextToItsField() {
        var session = desk.session(SalonLupita.LUPITA);
        for (var wrong : List.of(Map.of("fecha", "2027-13-45"), Map.of("fecha", "ayer"), Map.of("fecha", "9999999-01-01"),
                Map.of("hora", "25:00"), Map.of("hora", "'; drop"), Map.of("otra", "T"), Map.of("telefono", "123"),
                Map.of("nombre", " "), Map.of("nombre", "x".repeat(81)), Map.of("servicios", "no"),
                Map.of("servicios", UUID.randomUUID().toString()), Map.of("hora", "03:00"), Map.of("fecha", "2026-01-15"),
                Map.of("fecha", "2099-01-15"), Map.of("persona", UUID.randomUUID().toString()),
                Map.of("persona", SalonLupita.CARLA.value().toString()))) {
            var answer = post(session, NEW, cut(wrong));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.asString()).as(wrong.toString()).contains("class=\"error\"");
        }
        assertThat(world.count("select count(*) from appointment")).isZero();
    }

    @Test
    void controlCharactersInANameAreNotPartOfIt() {
        var answer = post(desk.session(SalonLupita.LUPITA), NEW,
                cut(Map.of("clave", UUID.randomUUID().toString(), "nombre", "Sof\u0085ía\tPaz\u009f")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(world.rows("select customer_name from appointment")).containsExactly(List.of("Sof ía Paz"));
    }

    @Test
    void anAddressThatSaysNonsenseShowsToday() {
        var session = desk.session(SalonLupita.LUPITA);
        for (var query : List.of("fecha=ayer", "fecha=2027-02-30", "vista=%3Cb%3E", "persona=x&servicio=y&estado=z",
                "sucursal=" + UUID.randomUUID(), "fecha=99999999999999")) {
            var page = given().urlEncodingEnabled(false).cookie(Visitors.COOKIE, session).get("/tablero?" + query);
            assertThat(page.statusCode()).as(query).isEqualTo(200);
            assertThat(page.asString()).as(query).contains("Hoy, miércoles 13 de enero");
        }
    }

    @Test
    void anotherBusinesssAppointmentIsNotThere() {
        assertThat(post(desk.session(SalonLupita.LUPITA), NEW, cut(Map.of())).statusCode()).isEqualTo(303);
        var id = world.rows("select id from appointment").getFirst().getFirst();
        var other = new OrganizationId(UUID.fromString("ffffffff-0000-7000-8000-000000000001"));
        var owner = new StaffId(UUID.fromString("ffffffff-0000-7000-8000-000000000002"));
        world.with(new Business(other, "Otro", "otro", List.of(elsewhere()), List.of(),
                List.of(new StaffMember(owner, "Otra", Optional.of(new PhoneNumber("+525510000099")), Permission.OWNER,
                        Map.of(),
                        Map.of(), List.of(), Map.of(), Optional.empty())),
                List.of()));
        var theirs = desk.session(other, owner);
        for (var path : List.of(id, UUID.randomUUID().toString(), "x", "'; drop table appointment")) {
            assertThat(given().cookie(Visitors.COOKIE, theirs).get("/tablero/citas/{id}", path).statusCode()).as(path)
                    .isEqualTo(404);
            for (var verb : List.of("mover", "cancelar", "atendida", "no-llego")) {
                assertThat(post(theirs, "/tablero/citas/" + path.replace("'; ", "").replace(" ", "") + "/" + verb,
                        Map.of("version", "0", "fecha", "2027-01-15", "hora", "13:00")).statusCode()).as(verb).isEqualTo(404);
            }
        }
        assertThat(given().cookie(Visitors.COOKIE, theirs).get("/tablero?fecha=2027-01-15").asString())
                .doesNotContain("Sofía Paz");
        assertThat(world.rows("select status, version from appointment")).containsExactly(List.of("confirmed", "0"));
    }

    @Test
    void whoOnlyLooksChangesNothing() {
        assertThat(post(desk.session(SalonLupita.LUPITA), NEW, cut(Map.of())).statusCode()).isEqualTo(303);
        var id = world.rows("select id from appointment").getFirst().getFirst();
        var carla = desk.session(SalonLupita.CARLA);
        for (var path : List.of(NEW, "/tablero/citas/" + id + "/mover", "/tablero/citas/" + id + "/cancelar",
                "/tablero/citas/" + id + "/atendida", "/tablero/citas/" + id + "/no-llego")) {
            assertThat(post(carla, path, cut(Map.of("version", "0"))).statusCode()).as(path).isEqualTo(403);
        }
        var lupita = desk.session(SalonLupita.LUPITA);
        assertThat(given().redirects().follow(false).cookie(Visitors.COOKIE, lupita).formParam("version", "0")
                .post("/tablero/citas/" + id + "/cancelar").statusCode()).as("without the token").isEqualTo(403);
        assertThat(world.rows("select status, version from appointment")).containsExactly(List.of("confirmed", "0"));
    }

    @Test
    void aFormLeadsNowhereElse() {
        assertThat(post(desk.session(SalonLupita.LUPITA), NEW, cut(Map.of())).statusCode()).isEqualTo(303);
        var id = world.rows("select id from appointment").getFirst().getFirst();
        var moved = post(desk.session(SalonLupita.LUPITA), "/tablero/citas/" + id + "/mover", Map.of("version", "0", "fecha",
                "2027-01-15", "hora", "13:00", "vuelta", "//evil.example"));
        assertThat(moved.header("Location")).isEqualTo("/tablero/citas/" + id + "?hecho=guardado");
    }

    /** By the driver's own count of what it sent, for one who is shown no guide to a first booking. */
    @Test
    void aFullWeekAsksNoMoreOfTheDatabaseThanAnEmptyOne() {
        var pages = List.of("/tablero?fecha=2027-01-12", "/tablero?fecha=2027-01-12&vista=semana");
        var empty = pages.stream().map(page -> statements(desk.session(SalonLupita.ANA), page)).toList();
        world.freshWithAppointments();
        var full = pages.stream().map(page -> statements(desk.session(SalonLupita.ANA), page)).toList();
        assertThat(full).isEqualTo(empty).allMatch(count -> count > 0 && count < 30);
    }

    private double statements(String session, String page) {
        // The first time a connection may still have to prepare what it asks.
        given().cookie(Visitors.COOKIE, session).get(page);
        var before = sent();
        assertThat(given().cookie(Visitors.COOKIE, session).get(page).statusCode()).isEqualTo(200);
        return sent() - before;
    }

    private double sent() {
        return meters.find("postgresql.completed").counters().stream().mapToDouble(Counter::count).sum();
    }

    @Test
    void whatHappensIsToldOnlyToWhoIsSignedIn() {
        assertThat(given().get("/tablero/eventos").statusCode()).isEqualTo(401);
        assertThat(given().cookie(Visitors.COOKIE, "x".repeat(43)).get("/tablero/eventos").statusCode()).isEqualTo(401);
    }

    /** A page takes a while to arrive: what is booked meanwhile is told to whoever follows it. */
    @Test
    void whatHappensBeforeThePageIsFollowedIsToldToo() throws IOException, InterruptedException {
        var session = desk.session(SalonLupita.LUPITA);
        var followed = follows(session);
        assertThat(follows(session)).as("nothing happened").isEqualTo(followed);
        assertThat(post(session, NEW, cut(Map.of())).statusCode()).isEqualTo(303);
        assertThat(words(session, followed, 2)).contains("cambio");
        assertThat(follows(session)).as("of a page that shows it").isNotEqualTo(followed);
    }

    private static String follows(String session) {
        var page = given().cookie(Visitors.COOKIE, session).get("/tablero?fecha=2027-01-15").asString();
        var found = Pattern.compile("data-follows=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    /** The first words of the stream. */
    private List<String> words(String session, String path, int many) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(desk.server().resolve(path)).header("Cookie", Visitors.COOKIE + "=" + session)
                .timeout(Duration.ofSeconds(30)).build();
        try (var client = HttpClient.newHttpClient()) {
            var lines = client.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(lines.statusCode()).isEqualTo(200);
            try (var body = lines.body()) {
                return body.filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()).strip())
                        .limit(many).toList();
            } finally {
                client.shutdownNow();
            }
        }
    }

    private static Location elsewhere() {
        var main = SalonLupita.business().location();
        return new Location(new LocationId(UUID.fromString("ffffffff-0000-7000-8000-000000000003")), "Otro", "", main.zone(),
                main.hours(), main.specialDays(), main.grid(), main.minimumNotice(), main.horizonDays(), true);
    }

    private static Map<String, String> cut(Map<String, String> others) {
        var form = new java.util.HashMap<>(Map.of("nombre", "Sofía Paz", "telefono", "5533334444", "servicios",
                SalonLupita.CORTE.value().toString(), "persona", id(SalonLupita.ANA), "fecha", "2027-01-15", "hora", "12:00"));
        form.putAll(others);
        return form;
    }

    private static String id(StaffId member) {
        return member.value().toString();
    }

    private Response post(String session, String path, Map<String, String> fields) {
        return given().redirects().follow(false).cookie(Visitors.COOKIE, session).formParams(fields)
                .formParam("csrf", csrf.token(session)).post(path);
    }
}
