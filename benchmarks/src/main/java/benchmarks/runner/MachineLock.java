package benchmarks.runner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * JMH's lock file, so that no two benchmarks measure each other. Where the file belongs to another user or the file
 * system has no locks, benchmarks run without it.
 *
 * @param obstacle why there is no lock, in a sentence
 */
record MachineLock(State state, Optional<String> obstacle, Optional<FileChannel> channel) implements AutoCloseable {

    /** The state of the lock. */
    enum State {
        TAKEN,
        TAKEN_BY_ANOTHER,
        REFUSED
    }

    static MachineLock take(Path file) {
        try {
            return lock(open(file));
        } catch (IOException refused) {
            return new MachineLock(
                    State.REFUSED,
                    Optional.of("Note: " + file + " cannot be locked, so another user's benchmark may be running at the"
                            + " same time. It would disturb yours."),
                    Optional.empty());
        }
    }

    private static MachineLock lock(FileChannel channel) throws IOException {
        try {
            State state = channel.tryLock() == null ? State.TAKEN_BY_ANOTHER : State.TAKEN;
            return new MachineLock(state, Optional.empty(), Optional.of(channel));
        } catch (IOException noLocks) {
            channel.close();
            throw noLocks;
        }
    }

    /** Linux refuses to create a file that another user has in a shared folder, even if it can be written. */
    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException exists) {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
