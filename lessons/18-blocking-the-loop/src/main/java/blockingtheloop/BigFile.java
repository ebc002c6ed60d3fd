package blockingtheloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of 64 megabytes, which is deleted afterwards. */
final class BigFile {

    private static final int SIZE = 64 << 20;

    private BigFile() {}

    /** Reads the file several times, and returns the number of bytes. */
    static long read(int times) throws IOException {
        Path file = Files.createTempFile("scores", ".bin");
        try {
            Files.write(file, new byte[SIZE]);
            long bytes = 0;
            for (int count = 0; count < times; count++) {
                bytes += readOnce(file);
            }
            return bytes;
        } finally {
            Files.delete(file);
        }
    }

    private static long readOnce(Path file) throws IOException {
        var buffer = new byte[1 << 20];
        long bytes = 0;
        try (var input = Files.newInputStream(file)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                bytes += count;
            }
        }
        return bytes;
    }
}
