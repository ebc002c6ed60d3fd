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

/** Each save is noticed once, whatever way an editor uses to save. */
@Execution(ExecutionMode.CONCURRENT)
class FileWatcherTest {
    @TempDir
    Path folder;

    private final BlockingQueue<String> noticed = new LinkedBlockingQueue<>();
    private Path file;
    private FileWatcher watcher;

    @BeforeEach
    void startWatcher() throws IOException {
        file = folder.resolve("Errands.java");
        Files.writeString(file, "first");
        watcher = FileWatcher.of(file, () -> noticed.add(content()));
    }

    @AfterEach
    void closeWatcher() throws IOException {
        watcher.close();
    }

    @Test
    void noticesSaveInPlace() throws Exception {
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void noticesSaveByRename() throws Exception {
        Path temporary = folder.resolve("Errands.java~");
        Files.writeString(temporary, "second");
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void noticesSaveWithSameLengthAndOldTimeStamp() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);
        Path temporary = folder.resolve("Errands.java~");
        Files.writeString(temporary, "third");
        Files.setLastModifiedTime(temporary, before);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next()).isEqualTo("third");
    }

    @Test
    void noticesSaveOnceWhenEditorTruncatesTheFileFirst() throws Exception {
        Files.writeString(file, "");
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void noticesDeletedFileAndNewFile() throws Exception {
        Files.delete(file);
        assertThat(next()).isEqualTo("missing");

        Files.writeString(file, "back");
        assertThat(next()).isEqualTo("back");
    }

    @Test
    void ignoresSaveWithoutChange() throws Exception {
        Files.writeString(file, "first");
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
        assertThat(noticed).isEmpty();
    }

    @Test
    void noticesSavedNewAndDeletedHelperClass() throws Exception {
        Path helper = folder.resolve("Helper.java");

        Files.writeString(helper, "new");
        assertThat(next()).isEqualTo("first");

        Files.writeString(helper, "saved");
        assertThat(next()).isEqualTo("first");

        Files.delete(helper);
        assertThat(next()).isEqualTo("first");
    }

    @Test
    void ignoresOtherFilesInTheFolder() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "buy milk");
        Files.writeString(folder.resolve(".#Helper.java"), "the lock of an editor");
        Files.writeString(file, "second");

        assertThat(next()).isEqualTo("second");
        assertThat(noticed).isEmpty();
    }

    @Test
    void noticesSaveWhenSystemHasNoNotificationsLeft() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("Other.java");
        Files.writeString(other, "first");
        FileWatcher.Source exhausted = () -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        };

        try (var polling = FileWatcher.of(other, () -> noticed.add("polled"), exhausted)) {
            assertThat(polling.isNotified()).isFalse();
            Files.writeString(other, "second");

            assertThat(next()).isEqualTo("polled");
        }
    }

    @Test
    void noticesFileInFolderThatCannotBeWatched() throws Exception {
        Path later = folder.resolve("later/Other.java");

        try (var polling = FileWatcher.of(later, () -> noticed.add("polled"))) {
            assertThat(polling.isNotified()).isFalse();
            Files.createDirectory(later.getParent());
            Files.writeString(later, "second");

            assertThat(next()).isEqualTo("polled");
        }
    }

    private String next() throws InterruptedException {
        String content = noticed.poll(30, TimeUnit.SECONDS);
        return content == null ? "no change was noticed" : content;
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "missing";
        }
    }
}
