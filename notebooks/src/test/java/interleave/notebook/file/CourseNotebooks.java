package interleave.notebook.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks of the course, in the folder of this module. */
public final class CourseNotebooks {
    static final Path FOLDER = Path.of("").toAbsolutePath();

    private CourseNotebooks() {}

    /** Their file names, in the order of their numbers. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
