package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import mx.yume.platform.DatabaseAddress;

/**
 * One throw-away PostgreSQL for the whole suite, found through META-INF/services: no test names it. It stays for all test
 * profiles. As in production the application's role owns its database and is no superuser, so row-level security holds.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** Profiles run in class loaders of their own: what they share is in a system property. */
    private static final String PORT = "mx.yume.testing.postgres-port";
    private static final String NAME = "yume";

    @Override
    public Map<String, String> start() {
        var port = System.getProperty(PORT);
        return address(port == null ? startServer() : Integer.parseInt(port)).settings();
    }

    private static synchronized int startServer() {
        try {
            var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role yume login nosuperuser nobypassrls password 'yume'");
                statement.execute("create database yume owner yume");
            }
            System.setProperty(PORT, Integer.toString(server.getPort()));
            return server.getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DatabaseAddress address(int port) {
        return new DatabaseAddress(NAME, "yume", "127.0.0.1", port, NAME, "disable", Optional.empty());
    }

    /** For what only a superuser may do; locally everybody is trusted to be one. */
    static String superuserUrl() {
        return "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT) + "/" + NAME + "?user=postgres";
    }

    /** The server goes with the JVM: starting it anew for each profile would cost seconds. */
    @Override
    public void stop() {}
}
