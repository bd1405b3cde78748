package mx.yume.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

import mx.yume.platform.StartRefused;

/**
 * Where the embedded server keeps everything, and what marks it as ours: a lock held while Yume runs, two passwords that only
 * the owner of the folder can read, and a note written once the server was set up whole.
 */
final class DataFolder implements AutoCloseable {

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
        return root.resolve("postgres");
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
        return root.resolve("yume.password");
    }

    private Path readyNote() {
        return root.resolve("ready");
    }

    boolean ready() {
        return Files.exists(readyNote());
    }

    void markReady() {
        try {
            Files.writeString(readyNote(), "The server in this folder was set up completely.\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whoever was killed half-way through the very first start left nothing worth keeping. */
    void discardUnfinishedCluster() {
        try (var files = Files.exists(cluster()) ? Files.walk(cluster()) : java.util.stream.Stream.<Path>empty()) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
                writePrivately(file, HexFormat.of().formatHex(randomBytes()));
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

    private static void writePrivately(Path file, String content) throws IOException {
        if (posix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
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
