package interleave.practice.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A save is seen, however an editor does it. */
@Execution(ExecutionMode.CONCURRENT)
class FileWatcherTest {
    @TempDir
    Path folder;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private Path file;
    private FileWatcher watch;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("Errands.java");
        Files.writeString(file, "first");
        watch = FileWatcher.of(file, () -> seen.add(content()));
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
    }

    @Test
    void aSaveInPlaceIsSeen() throws Exception {
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void aSaveByRenamingIsSeen() throws Exception {
        Path beside = folder.resolve("Errands.java~");
        Files.writeString(beside, "second");
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void aSaveOfTheSameLengthWithAnOldTimeStampIsSeen() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        Path beside = folder.resolve("Errands.java~");
        Files.writeString(beside, "third");
        Files.setLastModifiedTime(beside, before);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next()).isEqualTo("third");
    }

    @Test
    void aSaveThatEmptiesTheFileFirstIsSeenOnceAndWhole() throws Exception {
        Files.writeString(file, "");
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void aDeletedFileIsSeenAndSoIsANewOne() throws Exception {
        Files.delete(file);
        assertThat(next()).isEqualTo("gone");

        Files.writeString(file, "back");
        assertThat(next()).isEqualTo("back");
    }

    @Test
    void aSaveWithoutAChangeIsNoNews() throws Exception {
        Files.writeString(file, "first");
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
        assertThat(seen).isEmpty();
    }

    private String next() throws InterruptedException {
        String content = seen.poll(30, TimeUnit.SECONDS);
        return content == null ? "nothing was seen" : content;
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
