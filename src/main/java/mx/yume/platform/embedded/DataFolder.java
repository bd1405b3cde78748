package mx.yume.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jboss.logging.Logger;

import mx.yume.platform.StartRefused;

/**
 * Where the embedded server keeps everything, and what marks it as ours: a lock held while Yume runs, two passwords that only
 * the owner of the folder can read, and a note written once the server was set up whole.
 */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DataFolder.class);

    static final String CLUSTER = "postgres";
    static final String APPLICATION_PASSWORD = "yume.password";

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** @throws StartRefused when another Yume works on this folder, or it cannot be written */
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            createPrivateFolder(root);
            var file = FileChannel.open(root.resolve("yume.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(root, file, lock(root, file));
        } catch (IOException unusable) {
            throw new StartRefused("The data folder " + root + " cannot be used (" + unusable
                    + "): make it writable, or point YUME_DATA at another folder.", unusable);
        }
    }

    private static FileLock lock(Path root, FileChannel file) throws IOException {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new StartRefused("Another Yume is running on the data folder " + root
                    + ": stop it first, or give this one a folder of its own with YUME_DATA.");
        }
        return lock;
    }

    /** The files of the server itself. */
    Path cluster() {
        return root.resolve(CLUSTER);
    }

    /** The programs of the server, unpacked here and not in a folder that others can write. */
    Path programs() {
        return root.resolve("programs");
    }

    /** They are unpacked writable for everybody. */
    void keepProgramsPrivate() {
        try {
            if (posix(root)) {
                Files.setPosixFilePermissions(programs(), PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path superuserPasswordFile() {
        return root.resolve("postgres.password");
    }

    Path applicationPasswordFile() {
        return root.resolve(APPLICATION_PASSWORD);
    }

    private Path readyNote() {
        return root.resolve("ready");
    }

    boolean ready() {
        return Files.exists(readyNote());
    }

    /** Survives a power loss: without this note the next start sets the server's files aside. */
    void markReady() {
        try {
            keep(readyNote(), "The server in this folder was set up completely.\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Mostly these are the files of a first start that was killed half-way. But a note that got lost (a backup restored in part)
     * looks the same, so nothing is deleted: the files are moved to a name beside.
     */
    void setUnfinishedClusterAside() {
        try {
            if (holdsFiles(cluster())) {
                var aside = freeNameBeside(cluster());
                Files.move(cluster(), aside, StandardCopyOption.ATOMIC_MOVE);
                force(root);
                LOG.warnf(
                        "The database in %s has no note that it was set up completely: it is kept as %s and a new one is begun."
                                + " To go back to it, stop Yume, name it %s again and create the file %s.",
                        cluster(), aside,
                        cluster().getFileName(), readyNote());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static Path freeNameBeside(Path taken) {
        int number = 1;
        while (Files.exists(taken.resolveSibling(taken.getFileName() + ".unfinished-" + number))) {
            number++;
        }
        return taken.resolveSibling(taken.getFileName() + ".unfinished-" + number);
    }

    /**
     * The password in a file that only its owner reads, made on the first start.
     *
     * @throws StartRefused when the server was set up with a password that is gone
     */
    String password(Path file) {
        try {
            if (!Files.exists(file)) {
                if (ready()) {
                    throw new StartRefused("The password file " + file + " is missing, so the database in " + cluster()
                            + " cannot be opened: restore it from a backup.");
                }
                keep(file, HexFormat.of().formatHex(randomBytes()));
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] randomBytes() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Readable by its owner alone, on the disk when this returns, and never there in part. */
    private void keep(Path file, String content) throws IOException {
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        if (posix(written)) {
            Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(written, content);
        force(written);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        force(root);
    }

    /** Windows opens no folder as a file, and needs no force for one. */
    private static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !posix(path)) {
            return;
        }
        try (var file = FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (posix(folder)) {
                Files.createDirectory(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException justMadeBySomeoneElse) {
            if (!Files.isDirectory(folder)) {
                throw justMadeBySomeoneElse;
            }
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
