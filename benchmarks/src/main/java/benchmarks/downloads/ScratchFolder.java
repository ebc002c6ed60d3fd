package benchmarks.downloads;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for files that are never read. */
final class ScratchFolder implements AutoCloseable {

    /** As much as the HTTP client of the JDK delivers at once. */
    private static final int CHUNK = 16 * 1024;

    private final Path path;

    ScratchFolder() throws IOException {
        path = Files.createTempDirectory("benchmark");
    }

    /** Writes a file as a download does, chunk by chunk. If it is {@code forced}, its bytes are on the disk then. */
    void write(int number, int chunks, boolean forced) throws IOException {
        try (var file = FileChannel.open(path.resolve("file-" + number), CREATE, TRUNCATE_EXISTING, WRITE)) {
            var chunk = ByteBuffer.allocateDirect(CHUNK);
            for (int i = 0; i < chunks; i++) {
                while (chunk.hasRemaining()) {
                    file.write(chunk);
                }
                chunk.clear();
            }
            if (forced) {
                file.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
