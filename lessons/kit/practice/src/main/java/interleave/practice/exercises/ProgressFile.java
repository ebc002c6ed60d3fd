package interleave.practice.exercises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The file of a student's progress. Several programs may use it at the same time. */
record ProgressFile(Path path) {
    /** A file lock is held by the whole JVM, so the threads of this JVM need another lock. */
    private static final Lock THREAD_LOCK = new ReentrantLock();

    /** Empty if the file does not exist, or cannot be parsed. */
    ProgressContent read() throws IOException {
        try {
            return ProgressContent.of(Files.exists(path) ? json() : Map.of());
        } catch (JsonProcessingException | CharacterCodingException broken) {
            return ProgressContent.of(Map.of());
        }
    }

    /** Changes the current content of the file. Other threads and programs block until it is written. */
    @SuppressWarnings("try") // the lock is only held
    void update(Consumer<ProgressContent> change) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        THREAD_LOCK.lock();
        try (var lock = ProcessLock.take(path.resolveSibling(".progress.lock"))) {
            moveUnparsableFile();
            ProgressContent content = read();
            change.accept(content);
            AtomicFile.write(path, content.json().getBytes(StandardCharsets.UTF_8));
        } finally {
            THREAD_LOCK.unlock();
        }
    }

    /** Keeps a file that cannot be parsed, so that it can be repaired by hand. */
    private void moveUnparsableFile() throws IOException {
        try {
            if (Files.exists(path)) {
                json();
            }
        } catch (JsonProcessingException | CharacterCodingException broken) {
            Files.move(path, path.resolveSibling("progress.broken.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Map<String, Object> json() throws IOException {
        return JSON.std.mapFrom(Files.readString(path, StandardCharsets.UTF_8));
    }
}
