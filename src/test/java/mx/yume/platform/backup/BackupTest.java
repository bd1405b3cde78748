package mx.yume.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import mx.yume.testing.BareDatabase;
import mx.yume.testing.PlainYume;
import mx.yume.testing.Superuser;

/** What is restored is what there was, to the last row, and the application's role is enough for it; what is damaged is refused. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2027-01-13T16:00:00Z");
    private static final String TABLES = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
              and relname <> 'flyway_schema_history' order by 1
            """;

    @TempDir
    Path folder;

    private final PlainYume yume = PlainYume.fresh();
    private Path archive;

    @BeforeEach
    void aSalonWithMessages() throws Exception {
        yume.phone("+525511110001").says("quiero un corte mañana a las 5 con Beto");
        yume.phone("+525511110002").says("hola");
        yume.superuser().execute(
                """
                        insert into shared_name (identity, name, shared, updated_at) values (sha256('somebody'), E'Pa\\\\ty\\n', true, now())""");
        archive = folder.resolve("yume.zip");
        try (var connection = yume.connect()) {
            assertThat(Backup.write(connection, archive, NOW)).isEqualTo(rows(yume.superuser())).isGreaterThan(50);
        }
    }

    @Test
    void everyTableHasWhatItHad() throws Exception {
        var restored = restored("yume_restored");
        for (var table : yume.superuser().rows(TABLES)) {
            assertThat(content(restored, table.getFirst())).as(table.getFirst())
                    .isEqualTo(content(yume.superuser(), table.getFirst()));
        }
        assertThat(restored.rows("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)"""))
                .as("past row-level security").isEmpty();
        assertThat(restored.count("select count(*) from pg_trigger where tgenabled = 'D'")).as("triggers that sleep").isZero();
        assertThat(restored.count("select count(*) from inbound_message_default")).as("without a partition").isZero();
        var sequences = "select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1";
        assertThat(restored.rows(sequences)).isEqualTo(yume.superuser().rows(sequences)).hasSizeGreaterThan(1);
    }

    @Test
    void itIsForItsOwnersEyesAndNeverOverwritten() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive))).isEqualTo("rw-------");
        try (var connection = yume.connect()) {
            assertThatThrownBy(() -> Backup.write(connection, archive, NOW)).isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("is there already");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
    }

    @Test
    void whatAnotherBackupWritesIsLeftAlone() throws Exception {
        var part = Files.writeString(folder.resolve("other.zip.part"), "by another");
        try (var connection = yume.connect()) {
            assertThatThrownBy(() -> Backup.write(connection, folder.resolve("other.zip"), NOW))
                    .isInstanceOf(BackupRefused.class).hasMessageContaining("another backup is being written");
        }
        assertThat(part).hasContent("by another");
    }

    @Test
    void ofABackupThatBreaksOffNothingIsLeft() throws Exception {
        yume.superuser().execute("create table nobody_may_read_it (organization_id uuid)");
        try (var connection = yume.connect()) {
            assertThatThrownBy(() -> Backup.write(connection, folder.resolve("cut.zip"), NOW)).isInstanceOf(SQLException.class);
        } finally {
            yume.superuser().execute("drop table nobody_may_read_it");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
    }

    @Test
    void aFullDatabaseIsLeftAsItIs() throws Exception {
        var before = rows(yume.superuser());
        try (var connection = yume.connect()) {
            assertThatThrownBy(() -> Restore.read(connection, archive)).isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not empty");
        }
        assertThat(rows(yume.superuser())).isEqualTo(before);
        assertThat(
                yume.superuser().count("select count(*) from pg_class where relname = 'appointment' and relforcerowsecurity"))
                .isOne();
    }

    @Test
    void whatIsDamagedIsRefusedBeforeAnythingIsWritten() throws Exception {
        var whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        refused("no whole archive");
        Files.write(archive, whole);
        rewritten(Map.of("person.copy", bytes -> new String(bytes, StandardCharsets.UTF_8).replace("+", "-").concat("x")
                .getBytes(StandardCharsets.UTF_8)), Set.of());
        refused("What the archive holds of person is not what was written");
        Files.write(archive, whole);
        rewritten(Map.of(), Set.of("outbox.copy"));
        refused("holds nothing of outbox");
        Files.write(archive, whole);
        rewritten(Map.of(), Set.of(Manifest.ENTRY));
        refused("no manifest");
        Files.write(archive, whole);
        rewritten(Map.of(Manifest.ENTRY, bytes -> text(bytes, "schema=", "schema=9")), Set.of());
        refused("restore it with the release that made it");
        Files.write(archive, whole);
        rewritten(Map.of(Manifest.ENTRY, bytes -> text(bytes, "format=", "format=9")), Set.of());
        refused("which this release does not know");
        Files.delete(archive);
        refused("cannot be read");
    }

    @Test
    void tablesThatReferToEachOtherInACircleAreNoticed() {
        assertThat(Catalog.ordered(new java.util.TreeSet<>(Set.of("a", "b", "c")), Map.of("a", Set.of("b"), "b", Set.of("c"))))
                .containsExactly("c", "b", "a");
        assertThatThrownBy(() -> Catalog.ordered(Set.of("a", "b"), Map.of("a", Set.of("b"), "b", Set.of("a"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] text(byte[] bytes, String old, String replacement) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refused(String why) throws Exception {
        var empty = BareDatabase.named("yume_refused");
        empty.migrate("latest");
        try (var connection = empty.connect()) {
            assertThatThrownBy(() -> Restore.read(connection, archive)).isInstanceOf(BackupRefused.class)
                    .hasMessageContaining(why);
        }
        assertThat(rows(empty.superuser())).as("Yume's own organization").isOne();
    }

    private Superuser restored(String name) throws Exception {
        var empty = BareDatabase.named(name);
        empty.migrate("latest");
        try (var connection = empty.connect()) {
            assertThat(Restore.read(connection, archive)).isEqualTo(rows(yume.superuser()));
        }
        return empty.superuser();
    }

    private void rewritten(Map<String, UnaryOperator<byte[]>> changes, Set<String> without) throws IOException {
        var other = folder.resolve("other.zip");
        try (var in = new ZipFile(archive.toFile()); var out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (var entry : Collections.list(in.entries())) {
                if (!without.contains(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                            .apply(in.getInputStream(entry).readAllBytes()));
                    out.closeEntry();
                }
            }
        }
        Files.move(other, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static long rows(Superuser database) {
        return database.rows(TABLES).stream().mapToLong(table -> database.count("select count(*) from " + table.getFirst()))
                .sum();
    }

    private static List<List<String>> content(Superuser database, String table) {
        return database.rows("select t::text from %s t order by 1".formatted(table));
    }
}
