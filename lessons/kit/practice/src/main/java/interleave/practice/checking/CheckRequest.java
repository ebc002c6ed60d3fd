package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import java.io.Serializable;
import java.nio.file.Path;

/** Asks a checking process to check a file. Paths are strings, because they have to be serializable. */
record CheckRequest(String className, String file, String check, String solution, PictureStyle style)
        implements Serializable {

    static CheckRequest of(Exercise exercise, Path file, PictureStyle style) {
        return new CheckRequest(
                exercise.className(),
                file.toString(),
                exercise.check().toString(),
                exercise.solution().toString(),
                style);
    }

    String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
