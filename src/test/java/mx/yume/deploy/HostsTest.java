package mx.yume.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

import mx.yume.platform.PhoneNumber;

/** The files for a machine of one's own, for Render and for Fly: what they name is there, and what Yume promises fits. */
class HostsTest {

    private static final Path UNIT = Path.of("deploy/systemd/yume.service");
    private static final String HEALTH = "/q/health/";
    /** SPEC 14 and docs/operate.md: how long Yume takes to stop. */
    private static final int SECONDS_TO_STOP = 20;

    @Test
    void theUnitStartsThePackagedJarAndLetsItStop() {
        var unit = SystemdUnit.read(UNIT);
        assertThat(unit.one("Service", "ExecStart"))
                .isEqualTo("/usr/bin/java @/opt/yume/jvm.options -jar /opt/yume/quarkus-run.jar");
        assertThat(unit.one("Service", "EnvironmentFile")).isEqualTo("/etc/yume/yume.env");
        assertThat(Integer.parseInt(unit.one("Service", "TimeoutStopSec"))).isGreaterThan(SECONDS_TO_STOP);
        assertThat(unit.one("Service", "KillMode")).as("PostgreSQL is stopped by Yume").isEqualTo("mixed");
        assertThat(unit.one("Service", "KillSignal")).isEqualTo("SIGTERM");
        assertThat(unit.one("Service", "User")).isNotEqualTo("root");
        assertThat(unit.all("Service", "Environment")).contains("YUME_DATA=/var/lib/" + unit.one("Service", "StateDirectory"));
        for (var harmful : List.of("MemoryDenyWriteExecute", "ProcSubset", "NoExecPaths", "PrivateNetwork")) {
            assertThat(unit.all("Service", harmful)).as("a JVM, or PostgreSQL, does not work with it").isEmpty();
        }
        assertThat(Variables.unknown(Stream.concat(
                unit.all("Service", "Environment").stream().map(set -> set.substring(0, set.indexOf('='))),
                environmentFile()))).isEmpty();
    }

    /** Names only: the file that is handed out holds no value. */
    private static Stream<String> environmentFile() {
        return read("deploy/systemd/yume.env").lines().filter(line -> line.matches("#?[A-Z_0-9]+=.*"))
                .peek(line -> assertThat(line).endsWith("=")).map(line -> line.replaceAll("[#=]", ""));
    }

    /** docs/deploy/systemd.md: its commands are the same in the archive of a release and in a clone. */
    @Test
    void theArchiveOfAReleaseHasWhatTheUnitIsInstalledFrom() {
        var packed = Pattern.compile("cp -r --parents (.*) \"\\$folder\"")
                .matcher(read(".github/workflows/release.yml")).results()
                .flatMap(found -> Stream.of(found.group(1).split(" ", -1))).toList();
        var taken = read("docs/deploy/systemd.md").lines().filter(line -> !line.contains("]("))
                .flatMap(line -> Pattern.compile("(?<![\\w/.])(?:target|deploy|src)/[\\w./-]*\\w").matcher(line).results())
                .map(found -> found.group()).toList();
        assertThat(taken).contains("target/quarkus-app", "deploy/systemd/yume.service", "src/main/docker/train-aot")
                .allSatisfy(file -> assertThat(packed).as(file).anyMatch(file::startsWith));
    }

    /** Where there is a systemd: it reads the unit without a word. */
    @Test
    void systemdTakesTheUnit() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")) && Files.isExecutable(Path.of("/usr/bin/java")),
                "no systemd-analyze, or no java where the unit has it");
        var process = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", UNIT.toString()).redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("yume.service"))).isEmpty();
    }

    @Test
    void renderMakesOneServiceAndOneDatabase() {
        var render = Yaml.document(Path.of("render.yaml"));
        assertThat(render.properties()).extracting(Map.Entry::getKey).containsExactly("services", "databases");
        assertThat(render.path("services")).hasSize(1);
        assertThat(render.path("databases")).hasSize(1);
        var service = render.at("/services/0");
        assertThat(service.path("dockerfilePath").asText()).startsWith("./src/main/docker/Dockerfile.");
        assertThat(service.path("healthCheckPath").asText()).startsWith(HEALTH);
        assertThat(service.path("maxShutdownDelaySeconds").asInt()).isGreaterThan(SECONDS_TO_STOP);
        assertThat(service.path("plan").asText()).isNotEqualTo("free");
        var variables = StreamSupport.stream(service.path("envVars").spliterator(), false).toList();
        assertThat(Variables.unknown(variables.stream().map(variable -> variable.path("key").asText()))).isEmpty();
        assertThat(variables.stream().filter(variable -> variable.has("value")).map(variable -> variable.path("key").asText()))
                .as("no secret is in the file").containsExactly("YUME_PROXIES");
        assertThat(value(variables, "YUME_SECRET").path("generateValue").asBoolean()).isTrue();
        assertThat(value(variables, "DATABASE_URL").at("/fromDatabase/name").asText())
                .isEqualTo(render.at("/databases/0/name").asText());
        assertThat(value(variables, "PUBLIC_URL").path("sync").asBoolean(true)).as("is asked for").isFalse();
        assertThat(render.at("/databases/0/region").asText()).isEqualTo(service.path("region").asText());
        assertThat(render.at("/databases/0/ipAllowList").isArray()).isTrue();
        assertThat(render.at("/databases/0/ipAllowList")).isEmpty();
    }

    private static JsonNode value(List<JsonNode> variables, String key) {
        return variables.stream().filter(variable -> variable.path("key").asText().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void flyNeverLetsItSleepAndLetsItStop() throws IOException {
        var fly = new TomlMapper().readTree(read("fly.toml"));
        assertThat(fly.path("kill_signal").asText()).isEqualTo("SIGTERM");
        assertThat(fly.path("kill_timeout").asInt()).isGreaterThan(SECONDS_TO_STOP);
        assertThat(fly.at("/build/dockerfile").asText()).startsWith("src/main/docker/Dockerfile.");
        var http = fly.path("http_service");
        assertThat(http.path("force_https").asBoolean()).isTrue();
        assertThat(http.path("auto_stop_machines").asText()).isEqualTo("off");
        assertThat(http.path("min_machines_running").asInt()).isPositive();
        assertThat(http.path("internal_port").asText()).isEqualTo(fly.at("/env/PORT").asText());
        assertThat(fly.at("/metrics/port").asText()).isEqualTo(fly.at("/env/PORT").asText());
        assertThat(http.at("/checks/0/path").asText()).startsWith(HEALTH);
        assertThat(URI.create(fly.at("/env/PUBLIC_URL").asText()).getHost()).isEqualTo(fly.path("app").asText() + ".fly.dev");
        assertThat(fly.at("/env/YUME_PROXIES").asText()).isEqualTo("2");
        assertThat(Variables.unknown(fly.path("env").properties().stream().map(Map.Entry::getKey))).isEmpty();
    }

    @Test
    void theImagesThatAreBuiltAreThere() {
        for (var file : List.of("src/main/docker/Dockerfile.jvm", "src/main/docker/Dockerfile.native",
                "src/main/docker/jvm.options")) {
            assertThat(Path.of(file)).exists();
        }
    }

    /** docs/deploy/README.md: the first message goes to the number that Twilio lends everybody. */
    @Test
    void theNumberOfTheSandboxMayBeTheCentralOne() {
        assertThat(PhoneNumber.parse("+14155238886").map(PhoneNumber::e164)).contains("+14155238886");
    }

    @Test
    void pagesPointAtFilesThatAreThere() throws IOException {
        var link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
        try (var pages = Files.list(Path.of("docs/deploy"))) {
            var all = pages.toList();
            assertThat(all).extracting(page -> page.getFileName().toString()).contains("README.md", "systemd.md", "render.md",
                    "fly.md", "kubernetes.md", "docker.md", "domains.md");
            for (var page : all) {
                assertThat(link.matcher(read(page.toString())).results().map(found -> found.group(1)))
                        .allSatisfy(target -> assertThat(page.resolveSibling(target)).as(page.toString()).exists());
            }
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
