package mx.yume.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.StartRefused;

class EmbeddedDatabaseTest {

    @TempDir
    static Path root;

    private Path folder;

    /** Unpacking the server's programs takes seconds: once is enough. */
    @BeforeEach
    void aFolderOfItsOwnWithSharedPrograms(TestInfo test) throws IOException {
        var programs = Files.createDirectories(root.resolve("programs"));
        folder = Files.createDirectory(root.resolve(test.getTestMethod().orElseThrow().getName()));
        Files.createSymbolicLink(folder.resolve("programs"), programs);
    }

    @Test
    void keptDataIsDurableAndTheRoleIsNoSuperuser() throws Exception {
        try (var database = EmbeddedDatabase.start(folder); var connection = connect(database.address())) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(connection, "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                    + " where rolname = current_user")).isEqualTo("f");
            assertThat(value(connection, "select datdba::regrole::text from pg_database where datname = current_database()"))
                    .isEqualTo("yume");
            assertThat(value(connection, "select lower('ÁRBOL')")).isEqualTo("árbol");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            var address = database.address();
            assertThatThrownBy(() -> DriverManager.getConnection(url(address), "yume", "guessed"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url(address), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            for (var file : new String[]{"yume.password", "postgres.password"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aSecondYumeOnTheSameFolderIsRefusedWithASentence() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Yume is running").hasMessageContaining("YUME_DATA");
            try (var connection = connect(database.address())) {
                assertThat(value(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aServerThatOutlivedItsYumeIsStoppedAndItsDataKept() throws Exception {
        var first = EmbeddedDatabase.start(folder);
        try (var connection = connect(first.address()); var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        var orphan = LeftoverServer.running(folder.resolve("postgres")).orElseThrow();
        first.abandon();
        // The library's own lock dies with its process.
        Files.delete(folder.resolve("postgres/epg-lock"));

        try (var second = EmbeddedDatabase.start(folder); var connection = connect(second.address())) {
            assertThat(value(connection, "select answer from kept")).isEqualTo("42");
            assertThat(orphan.isAlive()).isFalse();
        }
        assertThat(LeftoverServer.running(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void aFirstStartThatWasKilledHalfWayIsBegunAgain() throws Exception {
        var cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("postgresql.conf"), "half");
        try (var database = EmbeddedDatabase.start(folder); var connection = connect(database.address())) {
            assertThat(value(connection, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres.unfinished-1/postgresql.conf")).hasContent("half");
    }

    @Test
    void filesWithoutTheNoteAreSetAsideAndNeverDeleted() throws Exception {
        try (var data = DataFolder.open(folder)) {
            Files.createDirectories(data.cluster());
            data.setUnfinishedClusterAside();
            assertThat(data.cluster()).isEmptyDirectory();
            for (var content : new String[]{"first", "second"}) {
                Files.writeString(Files.createDirectories(data.cluster()).resolve("PG_VERSION"), content);
                data.setUnfinishedClusterAside();
                assertThat(data.cluster()).doesNotExist();
            }
        }
        assertThat(folder.resolve("postgres.unfinished-1/PG_VERSION")).hasContent("first");
        assertThat(folder.resolve("postgres.unfinished-2/PG_VERSION")).hasContent("second");
    }

    @Test
    void aPasswordFileIsThereWholeOrNotAtAll() throws Exception {
        try (var data = DataFolder.open(folder)) {
            Files.createFile(folder.resolve("yume.password.new"));
            var password = data.password(data.applicationPasswordFile());
            assertThat(password).hasSize(48).isEqualTo(data.password(data.applicationPasswordFile()));
            data.markReady();
            assertThat(data.ready()).isTrue();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aProcessThatIsNotOurServerIsLeftAlone() throws Exception {
        var cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(LeftoverServer.running(cluster)).isEmpty();
        Files.writeString(cluster.resolve("postmaster.pid"), "not a number");
        assertThat(LeftoverServer.running(cluster)).isEmpty();
    }

    @Test
    void aLostPasswordStopsTheStartInsteadOfTheData() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.delete(folder.resolve("yume.password"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("yume.password");
        assertThat(folder.resolve("postgres/PG_VERSION")).exists();
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> EmbeddedDatabase.start(file)).isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("YUME_DATA");
    }

    private static String url(DatabaseAddress address) {
        return Objects.requireNonNull(address.settings().get("quarkus.datasource.jdbc.url"));
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(url(address), address.user(), address.password());
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return value(connection, "show " + name);
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
