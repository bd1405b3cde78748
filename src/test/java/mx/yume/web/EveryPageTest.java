package mx.yume.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import mx.yume.business.Capability;
import mx.yume.business.Permission;
import mx.yume.testing.SalonLupita;
import mx.yume.web.page.Csrf;

/** What holds on every page, whichever it is. A page that is not named here fails the first test. */
@QuarkusTest
class EveryPageTest {

    /** Pages of people who are signed in, and what they must be allowed for it. */
    private static final Map<String, Capability> PAGES = Map.ofEntries(
            entry("/tablero", Capability.SEE_SCHEDULE), entry("/tablero/citas/nueva", Capability.RUN_THE_DAY),
            entry("/tablero/citas/{id}", Capability.SEE_SCHEDULE), entry("/tablero/clientes", Capability.RUN_THE_DAY),
            entry("/tablero/clientes/{id}", Capability.RUN_THE_DAY), entry("/tablero/conversaciones", Capability.RUN_THE_DAY),
            entry("/tablero/conversaciones/{id}", Capability.RUN_THE_DAY), entry("/tablero/cuenta", Capability.SEE_SCHEDULE),
            entry("/tablero/disponibilidad", Capability.RUN_THE_DAY),
            entry("/tablero/disponibilidad/nuevo", Capability.RUN_THE_DAY), entry("/tablero/espera", Capability.RUN_THE_DAY),
            entry("/tablero/espera/nuevo", Capability.RUN_THE_DAY), entry("/tablero/numeros", Capability.SEE_STATS),
            entry("/tablero/servicios", Capability.CHANGE_SETUP), entry("/tablero/servicios/nuevo", Capability.CHANGE_SETUP),
            entry("/tablero/servicios/{id}", Capability.CHANGE_SETUP), entry("/tablero/equipo", Capability.MANAGE_STAFF),
            entry("/tablero/equipo/nuevo", Capability.MANAGE_STAFF), entry("/tablero/equipo/{id}", Capability.MANAGE_STAFF),
            entry("/tablero/equipo/{id}/horario/{location}", Capability.CHANGE_SETUP),
            entry("/tablero/equipo/{id}/servicios/{service}", Capability.CHANGE_SETUP),
            entry("/tablero/lugares", Capability.CHANGE_SETUP), entry("/tablero/lugares/nuevo", Capability.CHANGE_SETUP),
            entry("/tablero/lugares/{id}", Capability.CHANGE_SETUP), entry("/tablero/sucursales", Capability.CHANGE_SETUP),
            entry("/tablero/sucursales/nueva", Capability.CHANGE_SETUP),
            entry("/tablero/sucursales/{id}", Capability.CHANGE_SETUP),
            entry("/tablero/sucursales/{id}/horario", Capability.CHANGE_SETUP),
            entry("/tablero/sucursales/{id}/fechas", Capability.CHANGE_SETUP),
            entry("/tablero/ajustes", Capability.CHANGE_SETUP), entry("/conectar", Capability.CHANGE_SETUP));
    /** Pages of anybody. */
    private static final Set<String> OPEN = Set.of("/entrar", "/s/{slug}", "/s/{slug}/cita", "/s/{slug}/pedido/{pedido}");
    /** The same, that say nothing without what was chosen before. */
    private static final Map<String, String> CHOSEN = Map.of("/s/{slug}/cita/horas", "?servicio=SERVICIO",
            "/s/{slug}/cita/datos", "?servicio=SERVICIO&hora=1800637200");
    /** Files and streams, and the way to a provider and back. */
    private static final Map<String, Capability> FILES = Map.of("/tablero/numeros/{table}.csv", Capability.SEE_STATS,
            "/tablero/clientes/{id}/datos", Capability.HANDLE_PERSONAL_DATA, "/tablero/ajustes/datos.zip",
            Capability.CHANGE_SETUP);
    private static final Set<String> OTHERS = Set.of("/tablero/eventos", "/tablero/conversaciones/{id}/eventos",
            "/s/{slug}/qr.png", "/entrar/cuenta", "/entrar/cuenta/regreso");
    /** Forms of whoever is not signed in, or of Meta's window. */
    private static final Set<String> OPEN_FORMS = Set.of("/entrar", "/entrar/telefono", "/salir", "/conectar",
            "/s/{slug}/cita/datos", "/s/{slug}/pedido/{pedido}", "/s/{slug}/pedido/{pedido}/hora",
            "/s/{slug}/pedido/{pedido}/otro");
    /** Of one's own: everybody's who is signed in. */
    private static final String ACCOUNT = "/tablero/cuenta";

    /** The same pages, looked at otherwise. */
    private static final List<String> LOOKS = List.of("/tablero?vista=semana", "/tablero?vista=lista",
            "/tablero?fecha=2027-01-20", "/tablero/citas/nueva?fecha=2027-01-15&hora=12:00", "/tablero/clientes?buscar=a",
            "/tablero/disponibilidad/nuevo?tipo=semana", "/tablero/disponibilidad/nuevo?tipo=horas",
            "/tablero/espera/nuevo?buscar=a", "/tablero/espera/nuevo?cliente=CLIENTE", "/tablero/numeros?periodo=30");

    private static final String NOBODY = "nadie";
    private static final Pattern SCRIPT = Pattern.compile("(?i)<\\s*script(?! src=\"/[^\"<>]+\"( defer)?></script>)");
    private static final Pattern INLINE = Pattern.compile("(?i)<[a-z][^>]*\\s(on[a-z]+|style)\\s*=|<style|javascript:");
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/(?:estatico|webjars)/[^\"]+\\.(?:css|js))\"");
    private static final Pattern ACTION = Pattern.compile("method=\"post\"|<button|data-movable|/citas/nueva|class=\"gap");
    private static final Pattern SETTINGS = Pattern.compile("<meta name=\"htmx-config\"[^>]*>");
    private static final int KILOBYTES = 60;
    /** No page asks the database for more than this, however much there is to show. */
    private static final int STATEMENTS = 30;

    @Inject
    FullSalon salon;
    @Inject
    Desk desk;
    @Inject
    Browsing browsing;
    @Inject
    Csrf csrf;
    @Inject
    MeterRegistry meters;

    @BeforeEach
    void everythingThereIs() {
        salon.load();
    }

    @Test
    void noPageAndNoFormIsForgottenHere() {
        assertThat(Routes.shown())
                .containsExactlyInAnyOrderElementsOf(Stream.of(PAGES.keySet(), OPEN, CHOSEN.keySet(), FILES.keySet(), OTHERS)
                        .flatMap(Set::stream).toList());
        assertThat(Routes.sent()).hasSizeGreaterThan(40)
                .allSatisfy(form -> assertThat(OPEN_FORMS.contains(form) || form.startsWith("/tablero/")).as(form).isTrue());
    }

    @Test
    void everyPageIsSafeWholeAndLight() {
        var session = desk.session(SalonLupita.LUPITA);
        var weights = new HashMap<String, Integer>();
        for (var address : addresses()) {
            var page = get(session, address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(header(page, "Content-Security-Policy")).as(address).startsWith("default-src 'none'; ")
                    .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action '").doesNotContain("unsafe-", "*;");
            assertThat(header(page, "X-Content-Type-Options")).as(address).isEqualTo("nosniff");
            assertThat(header(page, "Referrer-Policy")).as(address).isIn("same-origin", "strict-origin-when-cross-origin");
            assertThat(header(page, "Permissions-Policy")).as(address).contains("camera=()");
            assertThat(header(page, "Strict-Transport-Security")).as(address).isEqualTo("max-age=31536000");
            assertThat(header(page, "Cache-Control")).as(address)
                    .isEqualTo(address.equals("/s/salon-lupita") ? "public, max-age=300" : "no-store");
            var text = page.body();
            assertThat(text).as(address).contains("<html lang=\"es-MX\">", "<h1", "</html>");
            assertThat(SETTINGS.matcher(text).replaceAll("")).as(address).doesNotContain("{", "NOT_FOUND", "Optional[");
            assertThat(SCRIPT.matcher(text).find() || INLINE.matcher(text).find()).as(address).isFalse();
            int weight = sent(session, address) + LOADED.matcher(text).results().map(found -> found.group(1)).distinct()
                    .mapToInt(file -> weights.computeIfAbsent(file, it -> sent(session, it))).sum();
            assertThat(weight).as(address).isLessThan(KILOBYTES * 1024);
        }
    }

    /** As it goes over the line to a browser, with its style and its scripts. */
    private int sent(String session, String path) {
        var answer = browsing.compressed(session, path);
        assertThat(header(answer, "Content-Encoding")).as(path).isEqualTo("gzip");
        return answer.body().length;
    }

    @Test
    void whateverSomebodyWroteIsShownAsText() {
        var session = desk.session(SalonLupita.LUPITA);
        salon.nasty();
        var seen = new HashSet<String>();
        for (var address : addresses()) {
            var page = get(session, address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            var text = page.body();
            assertThat(SCRIPT.matcher(text).find() || INLINE.matcher(text).find()).as("something runs on " + address).isFalse();
            FullSalon.FIELDS.stream().filter(field -> text.contains("[" + field + "]")).forEach(seen::add);
            assertThat(Pattern.compile("\\[[a-z]+](?!" + Pattern.quote(FullSalon.NASTY_AS_TEXT) + ").{0,80}").matcher(text)
                    .results().map(found -> found.group()).toList()).as(address).isEmpty();
            assertThat(text.replace("&lt;script&gt;alert(1)&lt;/script&gt;", "")).as(address).doesNotContain("alert(1)");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(FullSalon.FIELDS);
    }

    @Test
    void eachRoleSeesWhatTheMatrixSaysAndAViewerCanDoNothing() {
        var viewer = desk.session(SalonLupita.CARLA);
        var sessions = Map.of(Permission.OWNER, desk.session(SalonLupita.LUPITA), Permission.ADMIN,
                desk.session(SalonLupita.ANA), Permission.STAFF, desk.session(SalonLupita.BETO), Permission.VIEWER, viewer);
        var all = new HashMap<>(PAGES);
        all.putAll(FILES);
        all.forEach((route, needed) -> sessions.forEach((permission, session) -> {
            var page = get(session, salon.address(route));
            assertThat(page.statusCode()).as(permission + " " + route).isEqualTo(permission.may(needed) ? 200 : 403);
            if (permission == Permission.VIEWER && permission.may(needed) && !route.equals(ACCOUNT)) {
                var text = page.body();
                var main = text.substring(text.indexOf("<main"), text.indexOf("</main>"))
                        .replaceAll("(?s)<form method=\"get\".*?</form>", "");
                assertThat(ACTION.matcher(main).results().map(found -> found.group()).toList()).as(route).isEmpty();
            }
        }));
        var before = salon.rows();
        for (var route : forms()) {
            if (!route.startsWith(ACCOUNT)) {
                var answer = post(viewer, salon.address(route));
                assertThat(answer.statusCode()).as(route).isEqualTo(403);
                assertThat(answer.body()).as(route).contains("Eso no te toca");
            }
        }
        assertThat(salon.rows()).isEqualTo(before);
    }

    @Test
    void anotherBusinesssIdsLeadNowhereAndChangeNothing() {
        desk.session(SalonLupita.LUPITA);
        var session = desk.session(FullSalon.OTHER, FullSalon.OTHERS_OWNER);
        var before = salon.rows();
        for (var route : Routes.shown()) {
            if (route.contains("{") && !route.startsWith("/s/") && !route.startsWith("/tablero/numeros/")) {
                assertThat(get(session, salon.address(route)).statusCode()).as(route).isEqualTo(404);
            }
        }
        for (var route : forms()) {
            if (route.contains("{")) {
                var answer = post(session, salon.address(route));
                // Whatever is not there is in its place already.
                assertThat(answer.statusCode() == 303 && header(answer, "Location").endsWith("hecho=ya") ? 404
                        : answer.statusCode()).as(route).isIn(400, 404, 409);
            }
        }
        for (var form : List.of("/tablero/disponibilidad/quitar", "/tablero/disponibilidad/nuevo", "/tablero/espera/nuevo",
                "/tablero/citas/nueva")) {
            assertThat(post(session, form).statusCode()).as(form).isIn(400, 404, 409);
        }
        // What is of a business without any id in the address is the own one, whatever location is asked for.
        assertThat(get(session, "/tablero?sucursal=" + salon.id("sucursales") + "&persona=" + salon.id("equipo")).body())
                .doesNotContain("Salón Lupita", "Beto", salon.id("citas"));
        assertThat(get(session, "/tablero/espera/nuevo?cliente=" + salon.id("clientes")).statusCode()).isIn(200, 404);
        assertThat(salon.rows()).isEqualTo(before);
    }

    @Test
    void whoeverIsNotSignedInIsShownTheWayIn() {
        desk.session(SalonLupita.LUPITA);
        var before = salon.rows();
        for (var route : PAGES.keySet()) {
            var page = get(NOBODY, salon.address(route));
            assertThat(page.statusCode()).as(route).isEqualTo(401);
            assertThat(page.body()).as(route).contains("href=\"/entrar\"").doesNotContain("Salón Lupita");
        }
        for (var route : Stream.concat(FILES.keySet().stream(), OTHERS.stream().filter(it -> it.endsWith("eventos")))
                .toList()) {
            var answer = get(NOBODY, salon.address(route));
            assertThat(answer.statusCode()).as(route).isIn(401, 403, 404);
            assertThat(answer.body()).as(route).doesNotContain("Salón Lupita");
        }
        for (var route : forms()) {
            assertThat(post(NOBODY, salon.address(route)).statusCode()).as(route)
                    .isIn(401, 403);
        }
        assertThat(salon.rows()).isEqualTo(before);
    }

    @Test
    void aFormThatNoPageOfOursHeldDoesNothing() {
        var session = desk.session(SalonLupita.LUPITA);
        var others = csrf.token(desk.session(SalonLupita.LUPITA));
        var before = salon.rows();
        for (var route : forms()) {
            var address = salon.address(route);
            assertThat(browsing.post(session, address, form()).statusCode()).as(route + " without the token").isEqualTo(403);
            assertThat(browsing.post(session, address, with(others)).statusCode()).as(route + " with another's").isEqualTo(403);
            assertThat(browsing.post(session, address, with(csrf.token(session)), "https://otro.test").statusCode())
                    .as(route + " from elsewhere").isEqualTo(403);
        }
        assertThat(salon.rows()).isEqualTo(before);
    }

    /** By the driver's own count of what it sent. */
    @Test
    void howMuchThereIsToShowDoesNotMatterToTheDatabase() {
        var session = desk.session(SalonLupita.LUPITA);
        var few = statements(session);
        salon.many();
        var many = statements(session);
        assertThat(many).isEqualTo(few);
        assertThat(few.values()).allMatch(count -> count <= STATEMENTS);
    }

    private Map<String, Integer> statements(String session) {
        var counts = new HashMap<String, Integer>();
        for (var address : addresses()) {
            // The first time a connection may still have to prepare what it asks.
            get(session, address);
            var before = asked();
            assertThat(get(session, address).statusCode()).as(address).isEqualTo(200);
            counts.put(address, (int) (asked() - before));
        }
        return counts;
    }

    private double asked() {
        return meters.find("postgresql.completed").counters().stream().mapToDouble(Counter::count).sum();
    }

    private List<String> addresses() {
        var all = new ArrayList<String>();
        Stream.concat(PAGES.keySet().stream(), OPEN.stream()).sorted().map(salon::address).forEach(all::add);
        CHOSEN.forEach((route, chosen) -> all
                .add(salon.address(route) + chosen.replace("SERVICIO", salon.id("servicios"))));
        all.add("/tablero/citas/" + salon.id("atendida"));
        all.add("/tablero/citas/" + salon.id("cancelada"));
        LOOKS.stream().map(look -> look.replace("CLIENTE", salon.id("clientes"))).forEach(all::add);
        return all;
    }

    private static List<String> forms() {
        return Routes.sent().stream().filter(route -> !OPEN_FORMS.contains(route)).toList();
    }

    /** What would do something, wherever it may. */
    private Map<String, String> form() {
        return Map.ofEntries(entry("version", "0"), entry("nombre", "Robado"), entry("telefono", "5512345678"),
                entry("nota", "Robada"), entry("texto", "Hola"), entry("vez", UUID.randomUUID().toString()),
                entry("clave", UUID.randomUUID().toString()), entry("fecha", "2027-01-15"), entry("hora", "13:00"),
                entry("minutos", "45"), entry("precio", "1"), entry("hacia", "abajo"), entry("tipo", "dias"),
                entry("quien", salon.id("equipo")), entry("persona", salon.id("equipo")), entry("desde", "2027-01-15"),
                entry("servicio", salon.id("servicios")), entry("servicios", salon.id("servicios")),
                entry("cliente", salon.id("clientes")), entry("accion", salon.id("bloqueos")), entry("que", "quedan"),
                entry("zona", "America/Tijuana"), entry("donde", salon.id("sucursales")), entry("aun_asi", "si"));
    }

    private HttpResponse<String> get(String session, String address) {
        return browsing.get(session, address);
    }

    private HttpResponse<String> post(String session, String address) {
        return browsing.post(session, address, with(csrf.token(session)));
    }

    private Map<String, String> with(String token) {
        var form = new HashMap<>(form());
        form.put(Csrf.FIELD, token);
        return form;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
