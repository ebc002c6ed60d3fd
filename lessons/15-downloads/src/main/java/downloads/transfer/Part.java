package downloads.transfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of a file that have arrived so far. They survive the end of the program. No other thread or program can
 * have the same part open.
 */
final class Part implements Closeable {

    private final DownloadFolder folder;
    private final AddressKey key;
    private final FileLock lock;
    private Optional<PartState> state = Optional.empty();
    private Optional<Path> savedFile = Optional.empty();
    private FileChannel channel;

    private Part(DownloadFolder folder, AddressKey key, FileLock lock) {
        this.folder = folder;
        this.key = key;
        this.lock = lock;
    }

    /** Opens the part of an address, which is empty at first. */
    static Part open(DownloadFolder folder, URI address) throws IOException {
        var key = AddressKey.of(address);
        var part = new Part(folder, key, folder.lock(address, key));
        try {
            part.openChannel();
            return part;
        } catch (IOException failure) {
            part.close();
            throw part.cannotWrite(failure);
        }
    }

    private void openChannel() throws IOException {
        state = PartState.load(folder.state(key));
        savedFile = findSavedFile();
        if (savedFile.isPresent()) {
            return;
        }
        channel = FileChannel.open(folder.part(key), Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS));
        boolean fits = state.flatMap(PartState::validator).isPresent()
                && channel.size() <= state.get().total().orElse(Long.MAX_VALUE);
        if (fits) {
            channel.position(channel.size());
        } else {
            restart();
        }
    }

    private Optional<Path> findSavedFile() throws IOException {
        Optional<Path> saved = state.flatMap(PartState::savedAs).flatMap(folder.files()::find);
        if (saved.isEmpty() || Files.size(saved.get()) != state.get().total().orElse(-1)) {
            return Optional.empty();
        }
        Path part = folder.part(key);
        if (!Files.exists(part, NOFOLLOW_LINKS)) {
            return saved;
        }
        if (!Files.isSameFile(part, saved.get())) {
            return Optional.empty(); // the program was killed before the part got its name
        }
        Files.delete(part); // the program was killed after that
        return saved;
    }

    /** Returns the complete file, if an earlier download has saved it. */
    Optional<Path> savedFile() {
        return savedFile;
    }

    Optional<PartState> state() {
        return state;
    }

    /** The position at which the next byte is written. All bytes before it are correct. */
    long position() throws IOException {
        return channel.position();
    }

    /** Deletes the bytes and then the state, in this order, because old bytes must not get a new state. */
    void restart() throws IOException {
        channel.truncate(0).position(0);
        state = Optional.empty();
        Files.deleteIfExists(folder.state(key));
    }

    /** Stores the state of the bytes that are written from now on. */
    void remember(PartState known) throws IOException {
        try {
            state = Optional.of(known);
            known.store(folder.state(key));
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** Moves back, so that the next bytes overwrite earlier ones. */
    void moveBackTo(long position) throws IOException {
        channel.position(position);
    }

    /** Writes all bytes immediately, without a buffer, so that they survive if the program is killed. */
    void write(List<ByteBuffer> bytes) throws IOException {
        try {
            for (ByteBuffer buffer : bytes) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** Keeps the exception of an interrupt, which closes the channel: it is not a disk failure. */
    private IOException cannotWrite(IOException failure) {
        return failure instanceof ClosedByInterruptException
                ? failure
                : new IOException(
                        "cannot write into " + folder.path() + ": " + DownloadFolder.reason(failure), failure);
    }

    /** Computes the SHA-256 checksum of all bytes. */
    byte[] checksum() throws IOException {
        var digest = AddressKey.sha256();
        var buffer = ByteBuffer.allocate(64 * 1024);
        for (long position = 0; channel.read(buffer.clear(), position) > 0; position += buffer.limit()) {
            digest.update(buffer.flip());
        }
        return digest.digest();
    }

    /** Makes the part a complete file of the folder. The bytes are forced to disk before the file gets its name. */
    Path save() throws IOException {
        try {
            long length = channel.position();
            channel.truncate(length).force(true);
            channel.close(); // Windows does not move an open file
            var known = state.orElseThrow();
            return folder.files()
                    .publish(folder.part(key), known.name(), chosen -> remember(known.withSavedAs(chosen, length)));
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (lock.isValid()) {
            lock.release();
        }
    }
}
