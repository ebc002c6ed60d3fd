package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a checking process to check a file. Paths are strings, because they have to be serializable. */
record CheckRequest(String className, String file, String check, String solution, String classes, PictureStyle style)
        implements Serializable {

    static CheckRequest of(Exercise exercise, Path file, PictureStyle style) {
        return new CheckRequest(
                exercise.className(),
                file.toString(),
                exercise.check().toString(),
                exercise.solution().toString(),
                exercise.classes().toString(),
                style);
    }

    String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * The folder that contains the folder of the package, where helper classes are found. Empty if the file does not
     * lie in a folder of its package.
     */
    Optional<Path> sourceFolder() {
        Path packageFolder = Path.of(file).toAbsolutePath().getParent();
        Path path = Path.of(packageName().replace('.', '/'));
        if (packageFolder == null || !packageFolder.endsWith(path)) {
            return Optional.empty();
        }
        Optional<Path> root = Optional.of(packageFolder);
        for (int i = 0; i < path.getNameCount(); i++) {
            root = root.map(Path::getParent);
        }
        return root;
    }
}
