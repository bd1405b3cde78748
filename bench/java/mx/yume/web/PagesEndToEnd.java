package mx.yume.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import mx.yume.measuring.Cpu;
import mx.yume.measuring.Installation;
import mx.yume.measuring.Load;
import mx.yume.web.signin.SessionCookies;

/**
 * What it takes to answer each page of the dashboard to an owner, of a business with half a million past appointments and of one that
 * has just opened, in turns: from the request to the last byte of the answer, by one caller on one connection.
 */
final class PagesEndToEnd {

    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 10;
    private static final int CALLS = 10;
    private static final String METER = "postgresql_completed_total";

    /** @param path by which a page is found, each business's own */
    private record Page(String name, java.util.function.Function<BusinessOfTen, String> path) {

        static Page at(String name, String path) {
            return new Page(name, business -> path);
        }
    }

    /** One page of one business, and what its answers took. */
    private static final class Asked {

        private final BusinessOfTen business;
        private final String path;
        private final Load load = new Load();
        private Duration application = Duration.ZERO;
        private Duration database = Duration.ZERO;

        private Asked(BusinessOfTen business, Page page) {
            this.business = business;
            this.path = page.path().apply(business);
        }
    }

    private final Installation yume;
    private final HttpClient client;
    private final Context context;

    private PagesEndToEnd(Installation yume) {
        this.yume = yume;
        this.context = yume.vertx().getOrCreateContext();
        this.client = yume.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(1).setKeepAlive(true));
    }

    public static void main(String[] arguments) {
        try (var yume = Installation.start(Map.of("YUME_WORKERS_ENABLED", "false"))) {
            long began = System.nanoTime();
            var years = BusinessOfTen.afterYears();
            var opened = BusinessOfTen.justOpened();
            BusinessOfTen.fill(yume, List.of(years, opened));
            System.out.printf("filled in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
            new PagesEndToEnd(yume).measure(years, opened);
        }
    }

    private static List<Page> pages() {
        var today = LocalDate.now(java.time.ZoneId.of("America/Mexico_City"));
        return List.of(Page.at("schedule, day", "/tablero"), Page.at("schedule, week", "/tablero?vista=semana"),
                Page.at("schedule, list", "/tablero?vista=lista"),
                new Page("appointment", it -> "/tablero/citas/" + it.made("visit 0 0")),
                Page.at("new appointment", "/tablero/citas/nueva"),
                Page.at("customers", "/tablero/clientes"), Page.at("customers, later", "/tablero/clientes?pagina=7"),
                Page.at("customers, by name", "/tablero/clientes?buscar=maria+garcia"),
                Page.at("customers, by phone", "/tablero/clientes?buscar=0031"),
                new Page("customer", it -> "/tablero/clientes/" + it.made("customer 7")),
                Page.at("conversations", "/tablero/conversaciones"),
                Page.at("conversations, later", "/tablero/conversaciones?pagina=5"),
                new Page("conversation", it -> "/tablero/conversaciones/" + it.made("talk 7")),
                Page.at("figures, month", "/tablero/numeros"),
                Page.at("waiting list", "/tablero/espera"), Page.at("services", "/tablero/servicios"),
                Page.at("team", "/tablero/equipo"), new Page("one of the team", it -> "/tablero/equipo/" + it.made("staff 3")),
                Page.at("time off", "/tablero/disponibilidad"), Page.at("locations", "/tablero/sucursales"),
                new Page("hours", it -> "/tablero/sucursales/" + it.made("place")), Page.at("spots", "/tablero/lugares"),
                Page.at("settings", "/tablero/ajustes"), Page.at("account", "/tablero/cuenta"),
                new Page("public page", it -> "/s/" + it.name()),
                Page.at("figures, year", "/tablero/numeros?desde=%s&hasta=%s".formatted(today.minusDays(364), today)));
    }

    private void measure(BusinessOfTen years, BusinessOfTen opened) {
        var pairs = pages().stream().map(page -> Map.entry(page, List.of(new Asked(years, page), new Asked(opened, page))))
                .toList();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            pairs.forEach(pair -> pair.getValue().forEach(asked -> run(asked, new Load(), List.of())));
        }
        System.out.println("""

                | page | statements | KB | compressed | median ms | p95 ms | longest ms | application CPU ms | database CPU ms \
                | just opened: median ms | ratio of the medians |
                |---|---|---|---|---|---|---|---|---|---|---|""");
        for (var pair : pairs) {
            measure(pair.getKey(), pair.getValue().getFirst(), pair.getValue().getLast());
        }
    }

    private void measure(Page page, Asked years, Asked opened) {
        for (int round = 0; round < ROUNDS; round++) {
            var order = round % 2 == 0 ? List.of(years, opened) : List.of(opened, years);
            // Connections come and go.
            order.forEach(asked -> run(asked, asked.load, yume.backends()));
        }
        var body = Installation.await(get(years));
        System.out.printf("| %s | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f |%n", page.name(),
                statements(years),
                body.length() / 1e3, compressed(body) / 1e3, years.load.percentile(50), years.load.percentile(95),
                years.load.percentile(100), years.application.toNanos() / 1e6 / years.load.calls(),
                years.database.toNanos() / 1e6 / years.load.calls(), opened.load.percentile(50),
                years.load.percentile(50) / opened.load.percentile(50));
    }

    private void run(Asked asked, Load load, List<ProcessHandle> backends) {
        var application = yume.applicationCpu();
        var database = Cpu.of(backends);
        for (int call = 0; call < CALLS; call++) {
            long began = System.nanoTime();
            Installation.await(get(asked));
            load.took(System.nanoTime() - began);
        }
        asked.application = asked.application.plus(yume.applicationCpu()).minus(application);
        asked.database = asked.database.plus(Cpu.of(backends)).minus(database);
    }

    /** Fails unless it is answered with 200. */
    private Future<Buffer> get(Asked asked) {
        return get(asked.path, asked.business);
    }

    /** On the client's own thread: from another one a body could be there before somebody asks for it, and never come. */
    private Future<Buffer> get(String path, BusinessOfTen business) {
        var answer = Promise.<Buffer>promise();
        context.runOnContext(now -> client.request(HttpMethod.GET, yume.port(), "127.0.0.1", path)
                .compose(request -> request.putHeader("Cookie", SessionCookies.COOKIE + "=" + business.token()).send())
                .compose(response -> response.statusCode() == 200 ? response.body()
                        : Future.failedFuture(path + " is answered with " + response.statusCode()))
                .onComplete(answer));
        return answer.future();
    }

    /** Of one answer, those that announce the business and begin and end a transaction among them. */
    private double statements(Asked asked) {
        var counts = new ArrayList<Double>();
        for (int time = 0; time < 3; time++) {
            double before = sent(asked);
            Installation.await(get(asked));
            counts.add(sent(asked) - before);
        }
        return counts.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private double sent(Asked asked) {
        return Installation.await(get("/q/metrics", asked.business)).toString().lines().filter(line -> line.startsWith(METER))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static int compressed(Buffer body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size();
    }
}
