package mx.yume.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills an empty database with what an archive holds, all of it or nothing. The tables' owner is let past row-level security for the
 * length of the transaction, since nothing can be copied into a table otherwise; nobody else is there yet.
 */
public final class Restore {

    /** Migrations write Yume's own organization, and nothing else. */
    private static final long ROWS_OF_MIGRATIONS = 1;

    private final Connection connection;
    private final Session session;
    private final ZipFile archive;
    private final Manifest manifest;

    private Restore(Connection connection, ZipFile archive, Manifest manifest) {
        this.connection = connection;
        this.session = new Session(connection);
        this.archive = archive;
        this.manifest = manifest;
    }

    /**
     * @param connection of the application's role, to a database that was migrated and is empty otherwise; outside a transaction
     * @return how many rows were written
     * @throws BackupRefused when the archive is damaged or of another release, or the database is not empty; then nothing was changed
     */
    public static long read(Connection connection, Path file) throws SQLException, IOException {
        try (var archive = open(file)) {
            var manifest = manifest(archive);
            for (var table : manifest.tables().entrySet()) {
                check(archive, table.getKey(), table.getValue());
            }
            connection.setAutoCommit(false);
            try {
                new Restore(connection, archive, manifest).fill();
                connection.commit();
            } finally {
                connection.rollback();
            }
            return manifest.rows();
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BackupRefused(file + " cannot be read: name the file that `backup` wrote.");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw new BackupRefused(
                    file + " is no whole archive (" + damaged.getMessage() + "): copy it again, or take another.",
                    damaged);
        }
    }

    private static Manifest manifest(ZipFile archive) throws IOException {
        var entry = archive.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupRefused("The archive has no manifest: it is none of Yume's.");
        }
        try (var in = archive.getInputStream(entry)) {
            return Manifest.read(in);
        }
    }

    private static void check(ZipFile archive, String table, Manifest.Table expected) throws IOException {
        var digest = Backup.sha256();
        try (var in = new DigestInputStream(entry(archive, table), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException damaged) {
            throw damaged(table, damaged);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
            throw damaged(table, null);
        }
    }

    private static BackupRefused damaged(String table, @Nullable Throwable cause) {
        var sentence = "What the archive holds of " + table + " is not what was written: copy it again, or take another.";
        return cause == null ? new BackupRefused(sentence) : new BackupRefused(sentence, cause);
    }

    private static InputStream entry(ZipFile archive, String table) throws IOException {
        var entry = archive.getEntry(Manifest.entry(table));
        if (entry == null) {
            throw new BackupRefused("The archive holds nothing of " + table + ": it is damaged.");
        }
        return archive.getInputStream(entry);
    }

    private void fill() throws SQLException, IOException {
        session.neutral();
        var catalog = new Catalog(connection);
        var tables = catalog.tables();
        fits(catalog.version(), tables);
        for (var table : tables.keySet()) {
            session.execute(
                    "alter table %1$s no force row level security; alter table %1$s disable trigger user".formatted(table));
        }
        empty(tables);
        for (var partition : manifest.partitions()) {
            session.execute("select ensure_partition('%s', '%s', '%s')".formatted(partition.table(), partition.from(),
                    partition.to()));
        }
        for (var table : tables.keySet()) {
            fill(table, of(table));
        }
        for (var sequence : catalog.sequences()) {
            var value = manifest.sequences().get(sequence.table() + "." + sequence.column());
            if (value != null) {
                session.execute("select setval('%s', %d)".formatted(sequence.name(), value));
            }
        }
        session.execute("analyze " + String.join(", ", tables.keySet()));
        for (var table : tables.keySet()) {
            session.execute("alter table %1$s enable trigger user; alter table %1$s force row level security".formatted(table));
        }
    }

    private void fits(String version, Map<String, List<String>> tables) {
        if (!version.equals(manifest.schema())) {
            throw new BackupRefused(
                    "The archive has the tables of version " + manifest.schema() + ", this release those of " + version
                            + ": restore it with the release that made it, and upgrade after that.");
        }
        if (!tables.keySet().equals(manifest.tables().keySet())) {
            throw new BackupRefused("The archive has other tables than this database: it is damaged.");
        }
    }

    /** Of others there is no row; the organization that every installation begins with comes from the archive too. */
    private void empty(Map<String, List<String>> tables) throws SQLException {
        for (var table : tables.keySet()) {
            var rows = Long.parseLong(session.column("select count(*) from " + table).getFirst());
            if (rows > (table.equals("organization") ? ROWS_OF_MIGRATIONS : 0)) {
                throw new BackupRefused("The database is not empty, and is not overwritten: there is something in " + table
                        + ". Name another one in DATABASE_URL, or another folder in YUME_DATA.");
            }
        }
        session.execute("delete from organization");
    }

    private void fill(String table, Manifest.Table expected) throws SQLException, IOException {
        var columns = String.join(",", expected.columns());
        try (var in = entry(archive, table)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy %s (%s) from stdin".formatted(table, columns), in);
        }
        var counted = session.count(table, expected.columns(), "");
        if (counted.rows() != expected.rows() || !counted.sum().equals(expected.sum())) {
            throw new IllegalStateException("%s has %d rows instead of %d, or others".formatted(table, counted.rows(),
                    expected.rows()));
        }
    }

    private Manifest.Table of(String table) {
        var found = manifest.tables().get(table);
        if (found == null) {
            throw new BackupRefused("The archive holds nothing of " + table + ": it is damaged.");
        }
        return found;
    }
}
