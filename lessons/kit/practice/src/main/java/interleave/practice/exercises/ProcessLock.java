package interleave.practice.exercises;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock between programs. If the file system has no locks, such as NFS without its lock daemon, the holder continues
 * without one, because two programs rarely write at the same moment.
 */
public final class ProcessLock implements AutoCloseable {
    private final Optional<FileChannel> channel;

    private ProcessLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /** Whether the file system of a folder that can be written has locks. */
    public static boolean isPossible(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "lock", ".tmp");
        try (var lock = take(file)) {
            return lock.channel.isPresent();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Blocks while another program holds the lock. */
    static ProcessLock take(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new ProcessLock(lock(channel));
        } catch (IOException refused) {
            return new ProcessLock(Optional.empty());
        }
    }

    private static Optional<FileChannel> lock(FileChannel channel) throws IOException {
        try {
            channel.lock();
            return Optional.of(channel);
        } catch (IOException noLocks) {
            channel.close();
            throw noLocks;
        }
    }

    @Override
    public void close() {
        channel.ifPresent(ProcessLock::close);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyReleased) {
            // the lock ends with the process at the latest
        }
    }
}
