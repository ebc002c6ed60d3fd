package interleave.practice;

import java.io.Serializable;
import java.nio.file.Path;

/** What is to be checked, in words that can be sent to another process. */
record CheckRequest(String className, String file, String check, String solution, Look look) implements Serializable {

    static CheckRequest of(Exercise exercise, Path file, Look look) {
        return new CheckRequest(
                exercise.className(),
                file.toString(),
                exercise.check().toString(),
                exercise.solution().toString(),
                look);
    }

    String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
