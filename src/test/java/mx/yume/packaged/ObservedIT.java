package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.packaged.Spans.Span;
import mx.yume.testing.logs.Confidential;

/** Everything that watches is on at once: what it sees holds together by ids, and names nobody. */
class ObservedIT {

    private static final String REINA = "whatsapp:+5215560000001";
    private static final String WORDS = "una pregunta que no debe salir de aquí";
    private static final String TOKEN = "f1d2d2f924e986ac86fdf7b36c94bcdf";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void logErrorsTracesAndMetricsTellOfOneMessageAndOfNobody() throws Exception {
        try (var twilio = new TwilioStub(); var watchers = new Watchers()) {
            var environment = new HashMap<>(Webhook.environment(twilio));
            environment.put("YUME_LOG", "json");
            environment.put("YUME_METRICS_TOKEN", TOKEN);
            environment.put("SENTRY_DSN", watchers.dsn());
            environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", watchers.collector());
            environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            try (var yume = PackagedYume.launch(folder, environment).untilReady()) {
                assertThat(lines(yume)).as("a start without warnings, but for what an operator is to do")
                        .filteredOn(line -> !line.path("loggerName").asText().endsWith(".TemplateStart"))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line.path("level").asText()).as("%s", line).isEqualTo("INFO"));
                metricsAreForWhoeverHasTheToken(yume);
                twilio.refuse(REINA);
                assertThat(new Webhook("SM1", REINA, WORDS).deliver(yume)).isEqualTo(200);
                var failed = await().atMost(Duration.ofSeconds(30)).until(() -> lines(yume).stream()
                        .filter(line -> line.path("message").asText().startsWith("Outbox row")).toList(),
                        found -> !found.isEmpty()).getFirst();
                var ids = failed.path("mdc");
                assertThat(ids.path("organizationId").asText()).isNotEmpty();
                assertThat(ids.path("turnId").asText()).isNotEmpty();
                oneTraceOfIt(watchers, ids);
                sentryHearsWhereAndNotWhat(watchers, ids);
                lines(yume);
            }
        }
    }

    private static void metricsAreForWhoeverHasTheToken(PackagedYume yume) {
        assertThat(yume.status("/q/metrics")).isEqualTo(401);
        assertThat(yume.send(HttpRequest.newBuilder(yume.uri("/q/metrics")).header("Authorization", "Bearer " + TOKEN + "0")
                .build())).isEqualTo(401);
        assertThat(yume.send(HttpRequest.newBuilder(yume.uri("/q/metrics")).header("Authorization", "Bearer " + TOKEN).build()))
                .isEqualTo(200);
    }

    /** The delivery, the turn that answers it and the try to send the answer: across two queues. */
    private static void oneTraceOfIt(Watchers watchers, JsonNode ids) {
        var spans = await().atMost(Duration.ofSeconds(30)).until(() -> Spans.read(watchers.traces()),
                found -> found.stream().map(Span::name).toList().containsAll(List.of("webhook", "turn", "send")));
        var webhook = spans.stream().filter(span -> span.name().equals("webhook")).findFirst().orElseThrow();
        assertThat(webhook.parent()).isEmpty();
        for (var name : List.of("turn", "send")) {
            var span = spans.stream().filter(it -> it.name().equals(name) && it.trace().equals(webhook.trace())).findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in the trace of the delivery: " + spans));
            assertThat(span.parent()).isEqualTo(webhook.id());
            assertThat(span.attributes()).contains("yume.turn.id=" + ids.path("turnId").asText(),
                    "yume.organization.id=" + ids.path("organizationId").asText(),
                    "yume.conversation.id=" + ids.path("conversationId").asText());
        }
        assertThat(Confidential.in(spans.toString())).as("%s", spans).isEmpty();
        assertThat(spans.toString()).doesNotContain(WORDS);
    }

    private static void sentryHearsWhereAndNotWhat(Watchers watchers, JsonNode ids) {
        var event = await().atMost(Duration.ofSeconds(30)).until(watchers::errors, found -> !found.isEmpty()).getFirst();
        assertThat(event).contains("\"Outbox row ", ids.path("turnId").asText())
                .doesNotContain(WORDS, "Reina");
        assertThat(Confidential.in(event)).as("%s", event).isEmpty();
    }

    /** Every line is JSON; what the JVM says before the log is there is not. */
    private static List<JsonNode> lines(PackagedYume yume) {
        var lines = new ArrayList<JsonNode>();
        for (var line : yume.output().lines().toList()) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JsonProcessingException text) {
                throw new AssertionError("not JSON: " + line, text);
            }
        }
        return lines;
    }
}
