package mx.yume.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.embedded.EmbeddedDatabase;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.twilio.Payloads;

/** The packaged application as an operator runs it, with Salón Lupita, and its own PostgreSQL, which waits for the disk. */
public final class Installation implements AutoCloseable {

    /** What Twilio calls and signs. */
    static final String PUBLIC_URL = "https://yume.test";
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BACKENDS = """
            select pid from pg_stat_activity
            where datname = current_database() and usename = 'yume' and backend_type = 'client backend'
            """;

    private final Path folder;
    private final EmbeddedDatabase database;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final int port = freePort();
    private final Process process;

    private Installation(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.database = EmbeddedDatabase.start(folder.resolve("data"));
        this.process = launch(environment);
        this.pool = pool(1);
    }

    /** @param environment added to what production needs */
    public static Installation start(Map<String, String> environment) {
        try {
            var installation = new Installation(Files.createTempDirectory("yume-bench"), environment);
            installation.untilReady();
            return installation;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launch(Map<String, String> own) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        var more = System.getenv("BENCH_JVM");
        if (more != null) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of("-jar", JAR.toString()));
        var log = folder.resolve("yume.log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        var address = database.address();
        var environment = new HashMap<>(Map.of("PORT", Integer.toString(port), "PUBLIC_URL", PUBLIC_URL, "YUME_SECRET",
                "dGVzdHMtb2YtdGhlLXBhY2thZ2VkLWphci0wMTIzNDU=", "YUME_DEMO", "true", "TWILIO_ACCOUNT_SID", TwilioCalls.ACCOUNT,
                "TWILIO_AUTH_TOKEN", Payloads.TOKEN, "DATABASE_URL", "postgres://%s:%s@%s:%d/%s?sslmode=disable".formatted(
                        address.user(), address.password(), address.host(), address.port(), address.database())));
        environment.putAll(own);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void untilReady() {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Yume did not start: see " + folder);
            }
            if (answers()) {
                return;
            }
            pause(Duration.ofMillis(100));
        }
        throw new IllegalStateException("Yume did not get ready: see " + folder);
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL()
                    .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    public Vertx vertx() {
        return vertx;
    }

    public int port() {
        return port;
    }

    /** The plain client as the application's role; every connection works for Salón Lupita. */
    public Pool pool(int connections) {
        DatabaseAddress address = database.address();
        var connect = new PgConnectOptions().setHost(address.host()).setPort(address.port()).setDatabase(address.database())
                .setUser(address.user()).setPassword(address.password()).setCachePreparedStatements(true);
        return PgBuilder.pool().with(new PoolOptions().setMaxSize(connections)).connectingTo(connect).using(vertx)
                .withConnectHandler(connection -> connection
                        .query("select set_config('app.organization', '" + SalonLupita.ID + "', false)").execute()
                        .onComplete(_ -> connection.close()))
                .build();
    }

    /** Rows of Salón Lupita. */
    public List<Row> rows(String sql) {
        var rows = new ArrayList<Row>();
        await(pool.query(sql).execute()).forEach(rows::add);
        return rows;
    }

    public long count(String sql) {
        return rows(sql).getFirst().getLong(0);
    }

    /** Past row-level security, and with foreign keys left alone where it says so: for filling tables as the years would. */
    public void asSuperuser(List<String> statements) {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.address().port(), database.address().database()),
                "postgres",
                Files.readString(folder.resolve("data/postgres.password")).strip());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until a query counts so many. */
    public void until(String sql, long count) {
        for (long end = System.nanoTime() + Duration.ofMinutes(5).toNanos(); count(sql) != count;) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Never " + count + ": " + sql + ", see " + folder);
            }
            pause(Duration.ofMillis(10));
        }
    }

    /** CPU of the application's process so far. */
    public Duration applicationCpu() {
        return Cpu.of(List.of(process.toHandle()));
    }

    /** The processes that answer the connections of now, the application's and the plain client's. */
    public List<ProcessHandle> backends() {
        return rows(BACKENDS).stream().flatMap(row -> ProcessHandle.of(row.getInteger(0)).stream()).toList();
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An orderly stop, and nothing is left behind. */
    @Override
    public void close() {
        try {
            process.destroy();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            await(pool.close());
            await(vertx.close());
            database.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
