package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpServer;

import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.SafeRole;
import mx.yume.platform.embedded.EmbeddedDatabase;

/** What can be known of images without building them: that what they are made of exists, and that their scripts do what they say. */
class ImagesTest {

    private static final Path DOCKER = Path.of("src/main/docker");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\\b");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void whatIsCopiedIsThereAndReachesTheBuild(String name) throws IOException {
        var stages = new HashSet<String>();
        var copied = new ArrayList<String>();
        for (var line : instructions(name)) {
            var words = line.split("\\s+", -1);
            if (words[0].equals("FROM") && words.length == 4) {
                stages.add(words[3]);
            }
            if (words[0].equals("COPY")) {
                var from = Arrays.stream(words).filter(word -> word.startsWith("--from=")).map(word -> word.substring(7))
                        .findFirst();
                from.ifPresent(stage -> assertThat(stages).as(line).contains(stage));
                if (from.isEmpty()) {
                    Arrays.stream(words, 1, words.length - 1).filter(word -> !word.startsWith("--")).forEach(copied::add);
                }
            }
        }
        assertThat(copied).isNotEmpty().allSatisfy(source -> {
            assertThat(Path.of(source)).exists();
            assertThat(sent()).as("!… in .dockerignore").anyMatch(source::startsWith);
        });
    }

    /** Not as root, and by a number, which is how Kubernetes knows that it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void yumeRunsAsNobodySpecialAndIsAskedHowItIs(String name) throws IOException {
        var instructions = instructions(name);
        var last = instructions.subList(lastIndex(instructions, "FROM"), instructions.size());
        assertThat(last.get(lastIndex(last, "USER"))).isEqualTo("USER 1001");
        assertThat(last)
                .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.endsWith("CMD [\"bash\", \"/opt/yume/healthy\"]"))
                .anyMatch(line -> line.startsWith("ENTRYPOINT [\"")).contains("ENV YUME_DATA=/var/lib/yume", "EXPOSE 8080");
    }

    @Test
    void compositionNamesOnlyWhatIsThere() throws IOException {
        var composition = new YAMLMapper().readTree(Path.of("compose.yaml").toFile());
        var yume = composition.path("services").path("yume");
        assertThat(Path.of(yume.path("build").path("dockerfile").asText())).exists();
        assertThat(yume.path("read_only").asBoolean()).isTrue();
        assertThat(yume.path("depends_on").path("postgres").path("condition").asText()).isEqualTo("service_healthy");
        var postgres = composition.path("services").path("postgres");
        assertThat(postgres.path("healthcheck").path("test").isArray()).isTrue();
        for (var volume : postgres.path("volumes")) {
            var source = volume.asText().split(":", -1)[0];
            assertThat(source.startsWith(".") ? Files.exists(Path.of(source)) : composition.path("volumes").has(source))
                    .as(source)
                    .isTrue();
        }
        assertThat(keys(yume.path("environment"))).isSubsetOf(documented());
    }

    @Test
    void theExampleOfTheEnvironmentHasWhatTheCompositionAsksForAndNothingUnknown() throws IOException {
        var offered = Files.readAllLines(Path.of(".env.example")).stream().filter(line -> line.matches("#?[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("#?([A-Z_]+)=.*", "$1")).collect(Collectors.toCollection(TreeSet::new));
        var asked = Pattern.compile("\\$\\{([A-Z_]+)").matcher(Files.readString(Path.of("compose.yaml"))).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).containsAll(asked);
        // Of the composition's own: the password that is part of DATABASE_URL.
        offered.remove("DATABASE_PASSWORD");
        assertThat(documented()).containsAll(offered);
    }

    @Test
    void theJvmTakesItsOptionsWithoutAWord() throws Exception {
        var options = "@" + DOCKER.resolve("jvm.options");
        var quiet = run(List.of(java(), options, "-XX:MaxRAM=512m", "--version"));
        assertThat(quiet.exitCode()).as(quiet.text()).isZero();
        assertThat(quiet.text().lines()).hasSize(3).first().asString().startsWith("openjdk ");
        var result = run(List.of(java(), options, "-XX:MaxRAM=512m", "-XX:+PrintFlagsFinal", "--version"));
        var heap = Pattern.compile("\\bMaxHeapSize\\s+= (\\d+)").matcher(result.text()).results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
        assertThat(heap).singleElement().satisfies(bytes -> assertThat(bytes).isLessThan(256L << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/docker/healthy", "src/main/docker/train-aot", "src/main/docker/postgres/10-yume.sh",
            "bench/start"})
    void scriptsAreScripts(String script) throws Exception {
        assertThat(Path.of(script)).isExecutable();
        var result = run(List.of("bash", "-n", script));
        assertThat(result.exitCode()).as(result.text()).isZero();
    }

    @Test
    void healthyIsWhatAnswersWith200() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/ill", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        var port = Integer.toString(server.getAddress().getPort());
        try {
            assertThat(healthy(port).exitCode()).isZero();
            assertThat(healthy(port, "/ill").exitCode()).isNotZero();
        } finally {
            server.stop(0);
        }
        assertThat(healthy(port).exitCode()).as("nobody there").isNotZero();
    }

    private static Result healthy(String port, String... path) throws Exception {
        var command = new ArrayList<>(List.of("env", "PORT=" + port, "bash", DOCKER.resolve("healthy").toString()));
        command.addAll(List.of(path));
        return run(command);
    }

    /** The statements of the script, on a server that knows no Yume: the start would refuse a role that may more. */
    @Test
    void theScriptOfPostgresMakesARoleThatTheStartTakes() throws Exception {
        var script = Files.readString(DOCKER.resolve("postgres/10-yume.sh"));
        var sql = script.substring(script.indexOf("<<'SQL'\n") + 8, script.lastIndexOf("SQL\n")).replace(":'password'",
                "'abc'");
        try (var server = EmbeddedDatabase.start(folder.resolve("data"))) {
            var port = server.address().port();
            var superuser = Files.readString(folder.resolve("data/postgres.password")).strip();
            try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                    "postgres",
                    superuser); var statement = connection.createStatement()) {
                for (var gone : List.of("drop database yume", "drop role yume")) {
                    statement.execute(gone);
                }
                for (var one : sql.split(";", -1)) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
            }
            SafeRole.require(DatabaseAddress.parse("postgres://yume:abc@127.0.0.1:%d/yume?sslmode=disable".formatted(port)));
            assertThat(refused(port, superuser)).isTrue();
        }
    }

    private static boolean refused(int port, String password) {
        try (var _ = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres",
                password)) {
            return false;
        } catch (SQLException noPassword) {
            return noPassword.getSQLState().equals("28P01");
        }
    }

    /** Instructions with their continuations, without comments. */
    private static List<String> instructions(String name) throws IOException {
        var text = Files.readString(DOCKER.resolve(name)).replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", "");
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static int lastIndex(List<String> lines, String instruction) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).startsWith(instruction + " ")) {
                return at;
            }
        }
        throw new AssertionError("No " + instruction + " in " + lines);
    }

    /** What .dockerignore lets through: nothing but what it names. */
    private static List<String> sent() throws IOException {
        var lines = Files.readAllLines(Path.of(".dockerignore")).stream().filter(line -> !line.startsWith("#")).toList();
        assertThat(lines.getFirst()).isEqualTo("*");
        return lines.stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)).toList();
    }

    /** The variables of README's table. */
    private static Set<String> documented() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1]).flatMap(cell -> VARIABLE.matcher(cell).results())
                .map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private record Result(int exitCode, String text) {}

    private static Result run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s", command).isTrue();
        return new Result(process.exitValue(), text);
    }
}
