package mx.yume.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import mx.yume.platform.backup.Session.Counted;

/**
 * Writes everything of one moment into an archive while others go on working: one transaction that only reads and sees one state, in
 * which each organization is announced in turn. So it needs no right that the application has not, and a table that nobody may read
 * cannot be in it.
 */
public final class Backup {

    private static final String ORGANIZATIONS = "select organization_id from organization order by organization_id";
    private static final String SHARED_NAMES = "shared_name";

    private final Connection connection;
    private final Session session;

    private Backup(Connection connection) {
        this.connection = connection;
        this.session = new Session(connection);
    }

    /**
     * @param connection of the application's role, outside a transaction
     * @param file must not be there; it appears when it is complete, and only its owner may read it
     * @param now business time, for the archive to say
     * @return how many rows it has
     * @throws BackupRefused when there is such a file already, or one that is being written
     */
    public static long write(Connection connection, Path file, Instant now) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new BackupRefused(file + " is there already, and is not overwritten: name another file.");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        var out = onlyForTheOwner(part);
        try {
            long rows;
            try (var zip = new ZipOutputStream(out)) {
                rows = new Backup(connection).write(zip, now);
            }
            connection.rollback();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static OutputStream onlyForTheOwner(Path part) throws IOException {
        boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
        var attributes = posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(part, attributes);
        } catch (FileAlreadyExistsException another) {
            throw new BackupRefused(part + " is there already: another backup is being written, or one was cut off."
                    + " Remove it if none is.", another);
        }
        return Files.newOutputStream(part, StandardOpenOption.WRITE);
    }

    private long write(ZipOutputStream zip, Instant now) throws SQLException, IOException {
        session.neutral();
        session.announce("", "routing");
        var organizations = session.column(ORGANIZATIONS);
        var catalog = new Catalog(connection);
        var tables = new LinkedHashMap<String, Manifest.Table>();
        for (var table : catalog.tables().entrySet()) {
            tables.put(table.getKey(), write(zip, table.getKey(), table.getValue(), organizations));
        }
        var manifest = new Manifest(catalog.version(), now.toString(), tables, catalog.partitions(), sequences(catalog));
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        manifest.write(zip);
        zip.closeEntry();
        return manifest.rows();
    }

    private Manifest.Table write(ZipOutputStream zip, String table, List<String> columns, List<String> organizations)
            throws SQLException, IOException {
        var digest = sha256();
        var counted = Counted.NOTHING;
        zip.putNextEntry(new ZipEntry(Manifest.entry(table)));
        var out = new DigestOutputStream(zip, digest);
        if (table.equals(SHARED_NAMES)) {
            session.announce("", "shared_names");
            counted = copy(out, table, columns, "");
        } else {
            for (var organization : organizations) {
                session.announce(organization, "");
                counted = counted.plus(copy(out, table, columns, " where organization_id = '" + organization + "'"));
            }
        }
        zip.closeEntry();
        return new Manifest.Table(columns, counted.rows(), counted.sum(), HexFormat.of().formatHex(digest.digest()));
    }

    private Counted copy(OutputStream out, String table, List<String> columns, String where) throws SQLException, IOException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        copying.copyOut("copy (select %s from %s%s) to stdout".formatted(String.join(",", columns), table, where), out);
        return session.count(table, columns, where);
    }

    /** Those that never gave a number have none to go on from. */
    private Map<String, Long> sequences(Catalog catalog) throws SQLException {
        var sequences = new LinkedHashMap<String, Long>();
        for (var sequence : catalog.sequences()) {
            for (var value : session.column("select last_value from " + sequence.name() + " where is_called")) {
                sequences.put(sequence.table() + "." + sequence.column(), Long.valueOf(value));
            }
        }
        return sequences;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
