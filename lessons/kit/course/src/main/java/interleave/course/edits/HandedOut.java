package interleave.course.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the jars of the course's own modules and the list of their sources for a bundle: {@code HandedOut COURSE
 * FOLDER}. The build calls it.
 */
final class HandedOut {
    private HandedOut() {}

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        SourceList.of(home).write(folder.resolve("sources.txt"));
        for (Path jar : ReproducibleJar.onTheClassPath(home)) {
            new ReproducibleJar(jar).copyTo(folder);
        }
    }
}
