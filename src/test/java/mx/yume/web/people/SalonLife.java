package mx.yume.web.people;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.business.StaffId;
import mx.yume.conversation.Workers;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;
import mx.yume.web.Desk;
import mx.yume.web.signin.Visitors;

/** Customers who write to the salon, and requests as a browser makes them. */
@ApplicationScoped
public class SalonLife {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Desk desk;
    private final World world;
    private final Workers workers;
    private final SettableClock clock;

    SalonLife(Desk desk, World world, Workers workers, SettableClock clock) {
        this.desk = desk;
        this.world = world;
        this.workers = workers;
        this.clock = clock;
    }

    /** Written in the simulator, and answered. */
    public void says(String phone, String text) {
        var form = Map.of("de", phone, "para", "525500000002", "texto", text);
        send(HttpRequest.newBuilder(desk.server().resolve("/simulador/mensajes"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(written(form))).build());
        clock.tick(Duration.ofSeconds(10));
        settle();
    }

    public void settle() {
        workers.settle().await().atMost(Duration.ofSeconds(60));
    }

    void tick(Duration duration) {
        clock.tick(duration);
    }

    /** The last thing that somebody was told. */
    public String told(String phone) {
        var rows = world.rows("""
                select o.content ->> 'body' from outbox o join conversation c on c.id = o.conversation_id
                where c.person_address like '%%%s%%' order by o.sequence desc limit 1""".formatted(phone));
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }

    String person(String phone) {
        return world.rows("select person_id from person_identity where value = '+%s' and organization_id <> '%s'"
                .formatted(phone, "00000000-0000-7000-8000-000000000000")).getFirst().getFirst();
    }

    String conversation(String phone) {
        return world.rows("select id from conversation where person_id = '%s'".formatted(person(phone))).getFirst().getFirst();
    }

    HttpResponse<String> get(StaffId member, String path) {
        return send(asking(member, path).GET().build());
    }

    /** A form as it was never shown: whatever it says. */
    HttpResponse<String> post(StaffId member, String path, Map<String, String> form) {
        var session = desk.session(member);
        return send(HttpRequest.newBuilder(desk.server().resolve(path)).header("Cookie", Visitors.COOKIE + "=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin")
                .header("Origin", origin(desk.server()))
                .POST(HttpRequest.BodyPublishers.ofString(written(form))).build());
    }

    HttpRequest.Builder asking(StaffId member, String path) {
        return HttpRequest.newBuilder(desk.server().resolve(path))
                .header("Cookie", Visitors.COOKIE + "=" + desk.session(member));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String origin(URI server) {
        return server.getScheme() + "://" + server.getAuthority();
    }

    private static String written(Map<String, String> form) {
        return form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
