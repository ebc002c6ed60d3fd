package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import java.io.Serializable;
import java.nio.file.Path;

/** What is to be checked, in words that can be sent to another process. */
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
