package interleave.practice.exercises;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces a file as a whole: after a failure, such as on a full disk, the file is what it was before. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes a temporary file next to {@code target} and renames it. Creates the folder if it does not exist. */
    static void write(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException denied) {
            throw named(new AccessDeniedException(target.toString()), denied);
        } catch (FileSystemException refused) {
            throw named(new FileSystemException(target.toString(), null, refused.getReason()), refused);
        } catch (IOException fullDisk) {
            throw named(new FileSystemException(target.toString(), null, fullDisk.getMessage()), fullDisk);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Names the file that a student knows, instead of the temporary file or none. */
    private static FileSystemException named(FileSystemException named, IOException reason) {
        named.initCause(reason);
        return named;
    }

    /** Copies a small file. */
    static void copy(Path source, Path target) throws IOException {
        write(target, Files.readAllBytes(source));
    }
}
