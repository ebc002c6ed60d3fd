package migrating.sources;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A temporary folder with a file for each shop, which contains its target. It is deleted when it is closed. The file
 * system is real; the time that a network drive would need is added by a {@link Drive}.
 */
public final class TargetFolder implements AutoCloseable {

    /** The size of a file, in bytes. */
    public static final int SIZE = 10;

    private final Path path;
    private final Drive drive;

    private TargetFolder(Path path, Drive drive) {
        this.path = path;
        this.drive = drive;
    }

    /** Writes the files of these shops. */
    public static TargetFolder write(List<Shop> shops, Drive drive) throws IOException {
        var folder = new TargetFolder(Files.createTempDirectory("targets"), drive);
        for (Shop shop : shops) {
            var target = String.format(Locale.ROOT, "%0" + SIZE + "d", Ledger.target(shop.number()));
            Files.writeString(folder.file(shop), target, US_ASCII);
        }
        return folder;
    }

    /** Reads the file of a shop into a buffer of {@link #SIZE} bytes. Blocks its thread. */
    public void read(Shop shop, byte[] buffer) throws IOException, InterruptedException {
        try (var file = Files.newInputStream(file(shop))) {
            file.readNBytes(buffer, 0, SIZE);
        }
        drive.takeTime();
    }

    private Path file(Shop shop) {
        return path.resolve("shop-" + shop.number() + ".txt");
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(TargetFolder::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
