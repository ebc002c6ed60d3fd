package interleave.course.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the list of sources that goes into a bundle: {@code HandedOut COURSE FILE}. The build calls it. */
final class HandedOut {
    private HandedOut() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        SourceList.of(Path.of(args[0])).write(file);
    }
}
