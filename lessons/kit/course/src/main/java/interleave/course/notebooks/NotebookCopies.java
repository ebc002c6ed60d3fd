package interleave.course.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The student's copies of the notebooks. */
final class NotebookCopies {
    private NotebookCopies() {}

    /** Copies the notebooks and the data they read, except those that the student has already. */
    static void copyNew(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String ending : List.of(".ipynb", ".json")) {
            for (Path file : files(from, ending)) {
                Path copy = to.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
