package downloads.transfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The complete files of a folder. None of them is ever replaced. Thread-safe. */
final class CompleteFiles {

    private final Path folder;

    CompleteFiles(Path folder) {
        this.folder = folder;
    }

    /** Finds a file in this folder, if it is a regular file, and not a symbolic link. */
    Optional<Path> find(String name) {
        return Optional.of(folder.resolve(name)).filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS));
    }

    /** Is called with the name of a file before the file appears. */
    interface NameListener {
        void chosen(String name) throws IOException;
    }

    /**
     * Makes a part appear as a complete file, in one step. If the name is taken, even by a directory, a link, or a name
     * that differs only in case, the file gets a number.
     */
    synchronized Path publish(Path part, String name, NameListener listener) throws IOException {
        Set<String> taken = takenNames();
        for (int number = 1; ; number++) {
            String chosen = SafeName.numbered(name, number);
            if (!taken.contains(SafeName.comparable(chosen))) {
                listener.chosen(chosen);
                if (moveUnlessTaken(part, inside(chosen))) {
                    return inside(chosen);
                }
            }
        }
    }

    private Set<String> takenNames() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> SafeName.comparable(file.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
    }

    /** Checks the name again, in case {@link SafeName} has missed something. */
    private Path inside(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!folder.equals(file.getParent())) {
            throw new IOException("the name " + name + " leads out of the folder");
        }
        return file;
    }

    /** Uses a hard link, which fails if the name exists. A move could replace the file of another program. */
    private static boolean moveUnlessTaken(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(part, file, ATOMIC_MOVE);
            return true;
        }
        Files.delete(part);
        return true;
    }
}
