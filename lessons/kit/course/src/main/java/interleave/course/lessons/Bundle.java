package interleave.course.lessons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The course as it is handed out: a folder with a jar whose class path has all classes, and without a Maven project.
 */
public final class Bundle {
    private Bundle() {}

    /** The jar of the bundle in this folder; empty if the folder is a project that Maven builds. */
    public static Optional<Path> jar(Path home) {
        return Optional.of(home.resolve(Course.JAR)).filter(Files::isRegularFile);
    }
}
