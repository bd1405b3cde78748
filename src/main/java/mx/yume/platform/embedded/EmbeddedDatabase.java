package mx.yume.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.StartRefused;

/**
 * A real PostgreSQL under a folder, for a machine that has none: durable, reachable from this machine only and never without a
 * password. The application's role owns the database {@code yume} and is no superuser.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "yume";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Nobody is trusted, whatever initdb wrote; sockets in the file system are off. */
    private static final String WHO_MAY_CONNECT = """
            # Written by Yume at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server, DatabaseAddress address) {
        this.folder = folder;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the server of this folder, on any free port. One that outlived a killed Yume is stopped first.
     *
     * @throws StartRefused when the folder is in use or unusable, or the server does not start
     */
    public static EmbeddedDatabase start(Path dataFolder) {
        var folder = DataFolder.open(dataFolder);
        try {
            LeftoverServer.stop(folder.cluster());
            if (!folder.ready()) {
                folder.setUnfinishedClusterAside();
            }
            var password = folder.password(folder.applicationPasswordFile());
            var server = server(folder);
            folder.keepProgramsPrivate();
            if (!folder.ready()) {
                createDatabase(server, password);
                folder.markReady();
            }
            return new EmbeddedDatabase(folder, server, address(password, server.getPort()));
        } catch (RuntimeException failure) {
            closeQuietly(folder, failure);
            throw failure;
        }
    }

    /**
     * How to get into the server of a Yume that is running on this folder; empty when none is.
     *
     * @throws StartRefused when its password cannot be read
     */
    public static Optional<DatabaseAddress> running(Path dataFolder) {
        var root = dataFolder.toAbsolutePath().normalize();
        return LeftoverServer.port(root.resolve(DataFolder.CLUSTER)).map(port -> {
            try {
                return address(Files.readString(root.resolve(DataFolder.APPLICATION_PASSWORD)).strip(), port);
            } catch (IOException failure) {
                throw new StartRefused("The password of the database in " + root + " cannot be read (" + failure
                        + "): run this as the user that Yume runs as.", failure);
            }
        });
    }

    private static DatabaseAddress address(String password, int port) {
        return new DatabaseAddress(NAME, password, "127.0.0.1", port, NAME, "disable", Optional.empty());
    }

    private static EmbeddedPostgres server(DataFolder folder) {
        var password = folder.password(folder.superuserPasswordFile());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.cluster())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setConnectConfig("password", password)
                    // These reach initdb as options: a password from the first moment, and text that sorts the same anywhere.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", folder.superuserPasswordFile().toString())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    // The library is made for tests and switches these off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setDataDirectoryCustomizer(EmbeddedDatabase::letNobodyInWithoutPassword)
                    .start();
        } catch (IOException | IllegalStateException failure) {
            throw new StartRefused(
                    "The embedded PostgreSQL under " + folder.cluster() + " did not start (" + failure.getMessage()
                            + "): look at the lines above, or set DATABASE_URL to use another server.",
                    failure);
        }
    }

    private static void letNobodyInWithoutPassword(File cluster) {
        try {
            Files.writeString(cluster.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The password is made of hexadecimal digits: nothing in it can end the literal. */
    private static void createDatabase(EmbeddedPostgres server, String password) {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create role " + NAME
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        } catch (SQLException failure) {
            throw new StartRefused("The embedded PostgreSQL could not be set up: " + failure.getMessage(), failure);
        }
    }

    private static void closeQuietly(DataFolder folder, RuntimeException failure) {
        try {
            folder.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** How the application gets in. */
    public DatabaseAddress address() {
        return address;
    }

    /** Leaves the server running and lets go of the folder, as kill -9 does. */
    void abandon() throws IOException {
        folder.close();
    }

    /** Stops the server (fast shutdown) and lets go of the folder. */
    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            folder.close();
        }
    }
}
