package interleave.course.machine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Input or output that the operating system refused: on a full disk, without permission, or in another way that is no
 * mistake in the course or in a student's program.
 *
 * @param problem what was refused, where and why, in a sentence
 * @param advice what to do next, in a sentence
 */
public record FileRefusal(String problem, String advice) {
    private static final List<String> FULL = List.of("No space left", "Disk quota", "not enough space");
    private static final List<String> READ_ONLY = List.of("Read-only");

    /**
     * Explains an exception.
     *
     * @param home the folder of the course
     * @return empty if no I/O caused it
     */
    public static Optional<FileRefusal> of(Throwable thrown, Path home) {
        Optional<FileSystemException> file = causes(thrown)
                .filter(cause -> cause instanceof FileSystemException refused && refused.getFile() != null)
                .map(FileSystemException.class::cast)
                .findFirst();
        return file.map(refused -> ofFile(refused, home))
                .or(() -> causes(thrown)
                        .filter(IOException.class::isInstance)
                        .map(cause -> withoutFile(String.valueOf(cause.getMessage())))
                        .findFirst());
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private static FileRefusal withoutFile(String message) {
        return new FileRefusal(
                sentence(message),
                isOneOf(FULL, message)
                        ? "Free some space, and try again."
                        : "Run './lesson doctor' to check this machine.");
    }

    /** Why a file was refused, in lower case, such as {@code permission denied}. */
    public static String reason(FileSystemException refused) {
        return switch (refused) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "there is no such file or folder";
            case FileAlreadyExistsException exists -> "a file with this name exists";
            case NotDirectoryException file -> "it is not a folder";
            default -> refused.getReason() == null ? "the system gave no reason" : refused.getReason();
        };
    }

    private static FileRefusal ofFile(FileSystemException refused, Path home) {
        Path file = Path.of(refused.getFile()).toAbsolutePath();
        boolean isUnreadable = Files.exists(file) && !Files.isReadable(file);
        return new FileRefusal(
                sentence("Cannot " + (isUnreadable ? "read " : "write ") + file + ": " + reason(refused)),
                advice(refused, file, home));
    }

    private static String advice(FileSystemException refused, Path file, Path home) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
        if (file.startsWith(temporary) && !file.startsWith(home)) {
            return "Free some space there, or choose another folder for temporary files: export TMPDIR=/another/folder";
        }
        if (isOneOf(FULL, refused.getReason())) {
            return "Free some space, and try again.";
        }
        boolean isDenied = refused instanceof AccessDeniedException || isOneOf(READ_ONLY, refused.getReason());
        return isDenied && file.startsWith(home)
                ? "Start the course in a copy of your own: cp -R '" + home + "' ~/interleave"
                : "Choose another file or folder, or change its permissions.";
    }

    private static boolean isOneOf(List<String> reasons, @Nullable String reason) {
        return reason != null && reasons.stream().anyMatch(reason::contains);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
