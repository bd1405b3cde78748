package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import mx.yume.testing.logs.Confidential;

/** The jar that is shipped, running as an operator runs it. Its folder, its port and its environment stay over restarts. */
final class PackagedYume implements AutoCloseable {

    static final String SECRET = "dGVzdHMtb2YtdGhlLXBhY2thZ2VkLWphci0wMTIzNDU=";
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> command;
    private final int port = freePort();
    private Process process;
    private boolean killed;

    /** @param environment added to what production needs; an empty value takes a variable away */
    private PackagedYume(Path folder, Map<String, String> environment, List<String> command) {
        this.folder = folder;
        this.command = command;
        this.environment = new HashMap<>(
                Map.of("PORT", Integer.toString(port), "PUBLIC_URL", "https://yume.test", "YUME_SECRET",
                        SECRET, "YUME_DATA", folder.resolve("data").toString()));
        this.environment.putAll(environment);
        this.environment.values().removeIf(String::isEmpty);
        this.process = start();
    }

    /** Starts it and returns at once. */
    static PackagedYume launch(Path folder, Map<String, String> environment) {
        return launch(folder, environment, List.of(JAVA, "-Xmx512m", "-jar", JAR.toString()));
    }

    /** The same, by somebody else's command. */
    static PackagedYume launch(Path folder, Map<String, String> environment, List<String> command) {
        return new PackagedYume(folder, environment, command);
    }

    private Process start() {
        return started(folder, environment, command, log());
    }

    private static Process started(Path folder, Map<String, String> environment, List<String> command, Path log) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(java.util.Set.of("PATH", "HOME", "LANG"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a command says that is run beside this one, with its environment. */
    String beside(String... arguments) throws IOException, InterruptedException {
        return said(folder, environment, arguments);
    }

    /** The same where no Yume is running. */
    static String command(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var whole = new HashMap<>(Map.of("PUBLIC_URL", "https://yume.test", "YUME_SECRET", SECRET, "YUME_DATA",
                folder.resolve("data").toString()));
        whole.putAll(environment);
        return said(folder, whole, arguments);
    }

    private static String said(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var log = Files.createTempFile(folder, "command", ".log");
        var command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var process = started(folder, environment, command, log);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s", Files.readString(log)).isTrue();
        var output = Files.readString(log);
        assertThat(output.lines().filter(line -> Confidential.in(line).isPresent())).as("confidential in the log").isEmpty();
        return output;
    }

    PackagedYume untilReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive()).as("%s", output()).isTrue();
            return status("/q/health/ready") == 200;
        });
        return this;
    }

    /**
     * SIGTERM, as systemd and Kubernetes send it.
     *
     * @return the exit code
     */
    int stop(Duration longest) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)).as("ends within %s: %s", longest, output()).isTrue();
        return process.exitValue();
    }

    /** kill -9: of the JVM only, its PostgreSQL, if it has one of its own, lives on. */
    void kill() throws InterruptedException {
        killed = !environment.containsKey("DATABASE_URL");
        process.destroyForcibly().waitFor();
    }

    void startAgain() {
        process = start();
        killed = false;
        untilReady();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("%s", output()).isTrue();
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return folder.resolve("yume.log");
    }

    String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /** The status; 0 when nobody answered. */
    int status(String path) {
        return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The status; 0 when nobody answered. */
    int send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An orderly stop, its database included. After a kill, the database is stopped by the next start. */
    @Override
    public void close() {
        try {
            if (killed) {
                startAgain();
            }
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            http.close();
        }
        assertThat(output().lines().filter(line -> Confidential.in(line).isPresent())).as("confidential in the log").isEmpty();
    }
}
