package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import mx.yume.platform.Sweep;
import mx.yume.platform.watch.Neighbours;
import mx.yume.testing.SalonLupita;

/** Whoever watches Yume finds what the documents, the dashboard and the rules name, and nothing of anybody. */
@QuarkusTest
class MetricsJourneyTest {

    private static final Path RULES = Path.of("ops", "prometheus", "yume-alerts.yaml");
    private static final Path DASHBOARD = Path.of("ops", "grafana", "yume.json");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (?:>-\\n((?: {10}.*\\n)+)|(.*)$)");
    /** Prometheus makes it itself, for each target. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    @Inject
    Yume yume;

    @Inject
    Neighbours neighbours;

    @Inject
    @All
    List<Sweep> sweeps;

    @Test
    void everySweepKindOfJobAndQueueReports() {
        yume.fresh();
        yume.settle();
        var metrics = scrape();
        assertThat(sweeps).isNotEmpty().allSatisfy(sweep -> assertThat(metrics)
                .contains("yume_sweep_last_run_seconds{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_lag_seconds{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_done_total{sweep=\"" + sweep.name() + "\"}")
                .contains("yume_sweep_failures_total{sweep=\"" + sweep.name() + "\"} 0.0"));
        assertThat(metrics).contains("yume_job_last_run_seconds{kind=\"appointment.booked\"}")
                .contains("yume_job_done_total{kind=\"appointment.booked\"}")
                .contains("yume_job_failures_total{kind=\"appointment.booked\"}")
                .contains("yume_queue_lag_seconds{queue=\"turns\"}", "yume_queue_lag_seconds{queue=\"jobs\"}",
                        "yume_queue_lag_seconds{queue=\"outbox\"}", "yume_database_up 1.0");
    }

    @Test
    void everyMetricIsOnThePageAndNothingElseIs() throws IOException {
        var list = ObserveDocument.list(scrape());
        assertThat(ObserveDocument.listed(Files.readString(ObserveDocument.FILE)))
                .as("between the marks of %s there should be%n%s", ObserveDocument.FILE, list).isEqualTo(list);
    }

    /** A label with as many values as there are people would fill Prometheus, and name them; "job" and "instance" are its own. */
    @Test
    void labelsAreOfFewValues() {
        assertThat(ObserveDocument.labels(scrape()).entrySet()).filteredOn(it -> it.getKey().startsWith("yume_"))
                .allSatisfy(it -> assertThat(Set.of("queue", "sweep", "kind", "channel", "result", "assistant", "direction",
                        "reason", "neighbour", "le")).as(it.getKey()).containsAll(it.getValue()));
    }

    @Test
    void rulesAndDashboardNameWhatThereIs() throws IOException {
        var known = ObserveDocument.names(scrape());
        var expressions = new LinkedHashMap<String, String>();
        EXPRESSION.matcher(Files.readString(RULES)).results()
                .forEach(it -> expressions.put(it.group(1) == null ? it.group(2) : it.group(1), "a rule"));
        assertThat(expressions).hasSizeGreaterThan(9);
        new ObjectMapper().readTree(Files.readString(DASHBOARD)).findValues("expr")
                .forEach(it -> expressions.put(it.asText(), "the dashboard"));
        assertThat(expressions).hasSizeGreaterThan(30).allSatisfy((expression, where) -> {
            assertThat(PromQl.balanced(expression)).as("%s: %s", where, expression).isTrue();
            var named = new TreeSet<>(PromQl.metrics(expression));
            named.removeAll(OF_PROMETHEUS);
            assertThat(known).as("%s: %s", where, expression).containsAll(named);
        });
    }

    @Test
    void whatIsUnbalancedOrUnknownWouldBeSeen() {
        assertThat(PromQl.balanced("sum(rate(yume_turn_seconds_count[5m])")).isFalse();
        assertThat(PromQl.balanced("sum(a{b=\")\"}[5m])")).isTrue();
        assertThat(PromQl.metrics("sum by (channel) (rate(a_total{result=~\"x|y\"}[10m])) / max(b) > 0.2 or c"))
                .containsExactlyInAnyOrder("a_total", "b", "c");
    }

    @Test
    void whatPeopleDoIsCounted() {
        yume.fresh();
        var before = counts(scrape());
        new Chat(yume, new TwilioDoor(), "+525511110001", SalonLupita.NUMBER).says("hola");
        RestAssured.given().contentType("application/x-www-form-urlencoded").header("X-Twilio-Signature", "AAAA")
                .body("Body=hola").post("/api/v1/webhooks/whatsapp/twilio").then().statusCode(403);
        var after = counts(scrape());
        assertThat(grown(before, after)).contains("yume_webhook_seconds_count{channel=\"twilio\",result=\"stored\"}",
                "yume_webhook_seconds_count{channel=\"twilio\",result=\"forged\"}",
                "yume_turn_seconds_count{assistant=\"guided\",result=\"done\"}",
                "yume_send_seconds_count{channel=\"twilio\",result=\"accepted\"}");
    }

    @Test
    void aProviderThatHangsUpHasNotBeenServed() throws IOException {
        var before = counts(scrape());
        try (var provider = new Socket("localhost", RestAssured.port)) {
            provider.getOutputStream().write("""
                    POST /api/v1/webhooks/whatsapp/twilio HTTP/1.1\r
                    Host: yume.test\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 100\r
                    \r
                    Body=ho""".getBytes(StandardCharsets.US_ASCII));
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(grown(before, counts(scrape())))
                .contains("yume_webhook_seconds_count{channel=\"twilio\",result=\"unavailable\"}"));
    }

    @Test
    void healthSaysWhatItKnowsAndStaysUpWithoutTheModel() {
        RestAssured.get("/q/health/live").then().statusCode(200).body("checks.name", equalTo(List.of("event loops")));
        var model = neighbours.of("model");
        model.answered();
        ready("model", "answering");
        model.failed();
        model.failed();
        ready("model", "answering");
        model.failed();
        ready("model", "degraded");
        assertThat(scrape()).contains("yume_neighbour_degraded{neighbour=\"model\"} 1.0");
        model.answered();
        ready("model", "answering");
        var latest = yume.rows("select max(version::integer) from flyway_schema_history").getFirst().getFirst();
        RestAssured.get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'database' }.data.migration.toString()", equalTo(latest))
                .body("checks.find { it.name == 'database' }.data.'migration known'.toString()", equalTo(latest))
                .body("checks.find { it.name == 'queues' }.data.keySet()", equalTo(Set.of("jobs", "outbox", "turns")));
    }

    /** As after a restore of an old backup: this Yume would ask for tables that are not there. */
    @Test
    void whoeverKnowsMoreMigrationsThanTheDatabaseHasIsNotReady() {
        yume.execute("update flyway_schema_history set success = false where version is not null and version::integer > 1");
        try {
            RestAssured.get("/q/health/ready").then().statusCode(503);
            RestAssured.get("/q/health/live").then().statusCode(200);
        } finally {
            yume.execute("update flyway_schema_history set success = true");
        }
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    private static void ready(String neighbour, String state) {
        RestAssured.get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'neighbours' }.data." + neighbour, equalTo(state));
    }

    private static String scrape() {
        return RestAssured.given().accept("text/plain").get("/q/metrics").then().statusCode(200).extract().asString()
                .replace(",}", "}");
    }

    private static Map<String, Double> counts(String metrics) {
        var counts = new LinkedHashMap<String, Double>();
        metrics.lines().filter(line -> line.startsWith("yume_")).forEach(line -> counts
                .put(line.substring(0, line.lastIndexOf(' ')), Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return counts;
    }

    private static Set<String> grown(Map<String, Double> before, Map<String, Double> after) {
        var grown = new TreeSet<String>();
        after.forEach((name, value) -> {
            if (value > before.getOrDefault(name, 0.0)) {
                grown.add(name);
            }
        });
        return grown;
    }
}
