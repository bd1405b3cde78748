package mx.yume.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is in k8s/, built and read without a cluster. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("k8s");
    private static final Path PRODUCTION = FOLDER.resolve("overlays/production");
    private static final Path SINGLE_NODE = FOLDER.resolve("overlays/single-node");
    private static final Path DOMAINS = Path.of("docs/deploy/domains.md");
    private static final String NAME = "app.kubernetes.io/name";
    /** SPEC 14 and docs/operate.md: how long Yume takes to stop. */
    private static final int SECONDS_TO_STOP = 20;

    @ParameterizedTest
    @ValueSource(strings = {"overlays/production", "overlays/single-node", "monitoring"})
    void whatIsBuiltIsWhatKubernetesTakes(String folder) {
        var built = Kustomization.build(FOLDER.resolve(folder));
        assertThat(built).isNotEmpty().flatExtracting(KubernetesSchema::problems).isEmpty();
        assertThat(built).extracting(KubernetesTest::id).doesNotHaveDuplicates();
    }

    /** The check itself: each of these would be refused by a cluster, or silently do nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Deployment | /spec/template/spec | terminationGracePeriodSecond | 30 | terminationGracePeriodSecond",
            "Deployment | /spec/template/spec/containers/0/readinessProbe/httpGet | pth | /q | pth",
            "Deployment | /spec | progressDeadlineSeconds | \"600\" | progressDeadlineSeconds",
            "Deployment | /spec/template/spec/containers/0 | image | null | nothing at",
            "Deployment | /spec/template/spec/containers/0/securityContext | readOnlyRootFilesystem | \"yes\" | readOnly",
            "ConfigMap | /data | PORT | 8080 | PORT",
            "ConfigMap | /data | YUME_DEMO | true | YUME_DEMO",
            "Ingress | /spec/rules/0/http/paths/0 | pathType | null | nothing at",
            "NetworkPolicy | /spec/ingress/0 | port | 8080 | port",
            "HorizontalPodAutoscaler | /spec | maxReplicas | null | nothing at",
            "HorizontalPodAutoscaler | /spec/metrics/0/external/metric | selectr | {} | selectr",
            "ServiceMonitor | /spec/endpoints/0 | intervall | 15s | intervall",
            "PrometheusRule | /spec/groups/0/rules/0 | fro | 1m | fro",
            "PrometheusRule | /spec/groups/0/rules/0 | expr | null | nothing at",
            "PodDisruptionBudget | '' | apiVersion | policy/v1beta1 | no kind of ours"})
    void aMistakeIsFound(String kind, String path, String field, String value, String found) {
        var resource = of(Kustomization.build(PRODUCTION), kind, "yume");
        ((ObjectNode) resource.at(path)).set(field, Yaml.document(value));
        assertThat(KubernetesSchema.problems(resource)).hasSize(1).first().asString().contains(found);
    }

    @Test
    void aKustomizationThatCannotBeBuiltHereIsRefused() {
        for (var more : List.of("commonLabels: {a: b}", "patches: [{target: {kind: Deployment, name: nobody}, patch: '[]'}]",
                "patches: [{target: {kind: Service, name: yume}, patch: '[{op: replace, path: /spec/type, value: X}]'}]",
                "images: [{name: yume, digest: 'sha256:0'}]", "patches: [{path: patch.yaml}]")) {
            var kustomization = Yaml.document("resources: [service.yaml, deployment.yaml]\n" + more);
            assertThatThrownBy(() -> Kustomization.build(FOLDER.resolve("base"), kustomization)).as(more)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    /** Where there is a kubectl, as on the machines of GitHub Actions: what is built here is what it builds. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "single-node"})
    void kubectlBuildsTheSame(String overlay) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Path.of(folder, "kubectl").toFile().canExecute()),
                "no kubectl");
        var folder = FOLDER.resolve("overlays").resolve(overlay);
        var process = new ProcessBuilder("kubectl", "kustomize", folder.toString()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(byId(Kustomization.build(folder))).isEqualTo(byId(Yaml.documents(output)));
    }

    @Test
    void itStopsInTimeAndRunsAsNobodySpecial() {
        for (var overlay : List.of(PRODUCTION, SINGLE_NODE)) {
            var built = Kustomization.build(overlay);
            var pod = of(built, "Deployment", "yume").at("/spec/template/spec");
            var yume = pod.at("/containers/0");
            assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).as("kill after")
                    .isGreaterThanOrEqualTo(yume.at("/lifecycle/preStop/sleep/seconds").asInt() + SECONDS_TO_STOP);
            assertThat(of(built, "Deployment", "yume").at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
            assertThat(yume.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(yume.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(yume.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
            assertThat(yume.at("/image").asText()).as("as release.yml names it").isEqualTo("ghcr.io/OWNER/yume:VERSION-jvm");
            for (var workload : built.stream().filter(resource -> resource.at("/spec/template/spec").isObject()).toList()) {
                restricted(workload.at("/spec/template/spec"));
            }
        }
    }

    /** The Pod Security Standard "restricted", which the namespace enforces. */
    private static void restricted(JsonNode pod) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        for (var container : pod.path("containers")) {
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
        }
    }

    @Test
    void whatNamesAnotherThingNamesOneThatIsThere() {
        for (var overlay : List.of(PRODUCTION, SINGLE_NODE)) {
            var built = Kustomization.build(overlay);
            var pods = built.stream().map(resource -> resource.at("/spec/template/metadata/labels/app.kubernetes.io~1name"))
                    .filter(JsonNode::isTextual).map(JsonNode::asText).toList();
            for (var resource : built) {
                assertThat(pods).as(id(resource)).containsAll(selected(resource));
            }
            for (var service : built.stream().filter(resource -> kind(resource).equals("Service")).toList()) {
                var container = of(built, name(service).equals("yume") ? "Deployment" : "StatefulSet", name(service))
                        .at("/spec/template/spec/containers/0");
                assertThat(each(container.path("ports")).map(port -> port.path("name").asText()))
                        .contains(service.at("/spec/ports/0/targetPort").asText());
            }
            for (var rule : of(built, "Ingress", "yume").at("/spec/rules")) {
                var service = rule.at("/http/paths/0/backend/service");
                assertThat(each(of(built, "Service", service.path("name").asText()).at("/spec/ports"))
                        .map(port -> port.path("name").asText())).contains(service.at("/port/name").asText());
            }
        }
        var target = of(Kustomization.build(PRODUCTION), "HorizontalPodAutoscaler", "yume").at("/spec/scaleTargetRef");
        assertThat(target.path("kind").asText() + " " + target.path("name").asText()).isEqualTo("Deployment yume");
    }

    /** The names that this resource's selectors ask for. */
    private static List<String> selected(JsonNode resource) {
        var paths = List.of("/spec/selector/matchLabels/", "/spec/podSelector/matchLabels/", "/spec/selector/");
        return paths.stream().map(path -> resource.at(path + NAME.replace("/", "~1"))).filter(JsonNode::isTextual)
                .map(JsonNode::asText).toList();
    }

    @Test
    void namesInPublicAreThoseOfTheIngress() {
        for (var overlay : List.of(PRODUCTION, SINGLE_NODE)) {
            namesAreThoseOfTheIngress(Kustomization.build(overlay), "PUBLIC_URL");
        }
    }

    /** docs/deploy/domains.md: what is put into an overlay for a second name. */
    @Test
    void aSecondNameIsAPatch() throws IOException {
        var patches = Pattern.compile("(?ms)^```yaml\n(patches:.*?)^```$").matcher(Files.readString(DOMAINS)).results()
                .map(found -> found.group(1)).toList();
        assertThat(patches).hasSize(1);
        var built = Kustomization.build(PRODUCTION, Yaml.document("resources: [../../base]\n" + patches.getFirst()));
        assertThat(built).flatExtracting(KubernetesSchema::problems).isEmpty();
        namesAreThoseOfTheIngress(built, "PUBLIC_URL", "YUME_TWILIO_PUBLIC_URL");
    }

    private static void namesAreThoseOfTheIngress(List<JsonNode> built, String... variables) {
        var data = of(built, "ConfigMap", "yume").path("data");
        var hosts = Stream.of(variables).map(name -> URI.create(data.path(name).asText()))
                .peek(url -> assertThat(url.getScheme()).isEqualTo("https")).map(URI::getHost).toList();
        assertThat(names(data).filter(name -> name.endsWith("PUBLIC_URL"))).containsExactly(variables);
        var ingress = of(built, "Ingress", "yume");
        assertThat(each(ingress.at("/spec/rules")).map(rule -> rule.path("host").asText())).containsExactlyElementsOf(hosts);
        assertThat(each(ingress.at("/spec/tls/0/hosts")).map(JsonNode::asText)).containsExactlyElementsOf(hosts);
    }

    @Test
    void secretsAreNamedAndNeverHeld() {
        var example = Yaml.documents(FOLDER.resolve("secret.example.yaml"));
        assertThat(example).flatExtracting(KubernetesSchema::problems).isEmpty();
        for (var secret : example) {
            assertThat(each(secret.path("stringData")).filter(value -> !value.asText().startsWith("AC"))).isNotEmpty()
                    .allSatisfy(value -> assertThat(value.asText()).isEmpty());
        }
        for (var overlay : List.of(PRODUCTION, SINGLE_NODE)) {
            var built = Kustomization.build(overlay);
            assertThat(built).extracting(KubernetesTest::kind).doesNotContain("Secret");
            var from = of(built, "Deployment", "yume").at("/spec/template/spec/containers/0");
            assertThat(from.at("/envFrom/1/secretRef/name").asText()).isEqualTo(name(example.getFirst()));
            assertThat(from.has("env")).as("values beside the Secret").isFalse();
        }
        for (var variable : of(Kustomization.build(SINGLE_NODE), "StatefulSet", "yume-postgres")
                .at("/spec/template/spec/containers/0/env")) {
            var reference = variable.at("/valueFrom/secretKeyRef");
            assertThat(reference.isObject()).isEqualTo(variable.path("name").asText().endsWith("PASSWORD"));
            if (reference.isObject()) {
                assertThat(name(example.get(1))).isEqualTo(reference.path("name").asText());
                assertThat(example.get(1).path("stringData").has(reference.path("key").asText())).isTrue();
            }
        }
        assertThat(Variables.unknown(Stream.concat(
                names(of(Kustomization.build(PRODUCTION), "ConfigMap", "yume").path("data")),
                names(example.getFirst().path("stringData"))))).isEmpty();
    }

    @Test
    void theRuleIsTheOneOfPrometheus() {
        var rule = Yaml.document(FOLDER.resolve("monitoring/prometheus-rule.yaml"));
        assertThat(rule.at("/spec/groups"))
                .as("copy the groups of ops/prometheus/yume-alerts.yaml into k8s/monitoring/prometheus-rule.yaml")
                .isEqualTo(Yaml.document(Path.of("ops/prometheus/yume-alerts.yaml")).path("groups"));
    }

    /** QueueLagMetricTest: that Yume tells of it by this name. */
    @Test
    void theAutoscalerAsksForWhatTheAdapterTells() {
        var rule = Yaml.document(FOLDER.resolve("monitoring/prometheus-adapter-values.yaml")).at("/rules/external/0");
        var told = rule.at("/name/as").asText();
        assertThat(told).isEqualTo(QueueLagMetricTest.METRIC);
        assertThat(rule.path("seriesQuery").asText()).startsWith(told + "{");
        var metrics = each(of(Kustomization.build(PRODUCTION), "HorizontalPodAutoscaler", "yume").at("/spec/metrics"))
                .filter(metric -> metric.path("type").asText().equals("External")).toList();
        assertThat(metrics).extracting(metric -> metric.at("/external/metric/name").asText()).containsOnly(told);
        assertThat(metrics).extracting(metric -> metric.at("/external/metric/selector/matchLabels/queue").asText())
                .containsExactlyInAnyOrderElementsOf(QueueLagMetricTest.QUEUES);
    }

    static JsonNode of(List<JsonNode> resources, String kind, String name) {
        return resources.stream().filter(resource -> id(resource).equals(kind + " " + name)).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static Map<String, JsonNode> byId(List<JsonNode> resources) {
        var found = new TreeMap<String, JsonNode>();
        resources.forEach(resource -> assertThat(found.put(id(resource), Objects.requireNonNull(resource))).isNull());
        return found;
    }

    private static String id(JsonNode resource) {
        return kind(resource) + " " + name(resource);
    }

    private static String kind(JsonNode resource) {
        return resource.path("kind").asText();
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }
}
