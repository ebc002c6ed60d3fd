package downloads.transfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder with complete files only. Parts and their states are in a hidden folder inside it. Thread-safe; several
 * programs can use the same folder.
 */
final class DownloadFolder implements Closeable {

    private static final String PARTS = ".downloads";
    /**
     * The open folders of this program. On Linux and macOS, closing a file ends all locks that the program has on it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path parts;
    private final CompleteFiles files;
    /** An empty file. Each download locks one byte of it; a lock may be beyond the end of the file. */
    private final FileChannel locks;

    private DownloadFolder(Path folder, Path parts, FileChannel locks) {
        this.folder = folder;
        this.parts = parts;
        this.files = new CompleteFiles(folder);
        this.locks = locks;
    }

    /**
     * Opens a folder, and creates it if it does not exist.
     *
     * @throws IOException if files cannot be written there
     * @throws IllegalStateException if this program has already opened the folder
     */
    static DownloadFolder open(Path path) throws IOException {
        try {
            Path folder = Files.createDirectories(path).toRealPath();
            Path parts = folder.resolve(PARTS);
            createUnlessItExists(parts);
            if (!OPEN.add(folder)) {
                throw new IllegalStateException(path + " is already open: use the same object for all its downloads");
            }
            try {
                var locks = FileChannel.open(parts.resolve("lock"), Set.of(CREATE, WRITE, NOFOLLOW_LINKS));
                return new DownloadFolder(folder, parts, locks);
            } catch (IOException failure) {
                OPEN.remove(folder);
                throw failure;
            }
        } catch (FileSystemException failure) {
            throw new IOException("cannot write into " + path + ": " + reason(failure), failure);
        }
    }

    /**
     * Refuses a symbolic link, which could lead to any other folder. Another program may create the folder meanwhile.
     */
    private static void createUnlessItExists(Path parts) throws IOException {
        try {
            Files.createDirectory(parts);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(parts, NOFOLLOW_LINKS)) {
                throw exists;
            }
        }
    }

    /** Returns a short reason why a file operation has failed. */
    static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException file -> file.getFile() + " is in the way";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    Path path() {
        return folder;
    }

    CompleteFiles files() {
        return files;
    }

    /** The file with the bytes that have arrived from an address. */
    Path part(AddressKey key) {
        return parts.resolve(key.text() + ".part");
    }

    /** The file with the {@link PartState} for an address. */
    Path state(AddressKey key) {
        return parts.resolve(key.text() + ".state");
    }

    /** Locks an address against all threads and programs that use this folder. */
    FileLock lock(URI address, AddressKey key) throws IOException {
        try {
            return Optional.ofNullable(locks.tryLock(key.number(), 1, false))
                    .orElseThrow(() -> alreadyDownloading(address));
        } catch (OverlappingFileLockException sameProgram) {
            throw alreadyDownloading(address);
        }
    }

    private static IOException alreadyDownloading(URI address) {
        return new IOException("another download of " + address + " is in progress");
    }

    @Override
    public void close() throws IOException {
        locks.close();
        OPEN.remove(folder);
    }
}
