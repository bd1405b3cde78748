package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final String SUPERUSER = "postgres";
    private static final String ROLE = "yume";
    /** The database of the application under test. */
    static final String QUARKUS = "yume";

    @Override
    public Map<String, String> start() {
        return database(QUARKUS).settings();
    }

    /** Starts the server if this JVM has none, and makes the database if it is not there. */
    static synchronized DatabaseAddress database(String name) {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, Integer.toString(startServer()));
            new Superuser(SUPERUSER).execute("create role yume login nosuperuser nobypassrls password 'yume'");
        }
        if (new Superuser(SUPERUSER).count("select count(*) from pg_database where datname = '" + name + "'") == 0) {
            new Superuser(SUPERUSER).execute("create database " + name + " owner " + ROLE);
        }
        return new DatabaseAddress(ROLE, "yume", "127.0.0.1", Integer.getInteger(PORT), name, "disable", Optional.empty());
    }

    private static int startServer() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setServerConfig("fsync", "off").start()
                    .getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For what only a superuser may do; locally everybody is trusted to be one. */
    static String superuserUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT) + "/" + database + "?user=" + SUPERUSER;
    }

    /** The server goes with the JVM: starting it anew for each profile would cost seconds. */
    @Override
    public void stop() {}
}
