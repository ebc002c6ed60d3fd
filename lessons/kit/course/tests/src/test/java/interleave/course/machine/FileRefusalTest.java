package interleave.course.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An I/O error is explained by the file, the reason and the next step. */
class FileRefusalTest {
    private static final Path HOME = Path.of("/home/ann/course");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"), "jar");

    @Test
    void deniedFileOfTheCourseSuggestsCopy() {
        FileRefusal refusal = of(new UncheckedIOException(new AccessDeniedException("/home/ann/course/practice")));

        assertThat(refusal.problem()).isEqualTo("Cannot write /home/ann/course/practice: permission denied.");
        assertThat(refusal.advice()).contains("cp -R '/home/ann/course'");
    }

    @Test
    void deniedFileElsewhereSuggestsAnotherFile() {
        assertThat(of(new AccessDeniedException("/root/compared.html")).advice())
                .contains("Choose another file");
    }

    @Test
    void fullTemporaryFolderSuggestsAnotherOne() {
        var full = new FileSystemException(TEMPORARY.toString(), null, "No space left on device");

        FileRefusal refusal = of(new IllegalStateException("Cannot install virtual time", full));

        assertThat(refusal.problem()).isEqualTo("Cannot write " + TEMPORARY + ": No space left on device.");
        assertThat(refusal.advice()).contains("export TMPDIR=");
    }

    @Test
    void fullDiskSuggestsFreeingSpace() {
        assertThat(of(new FileSystemException("/home/ann/course/practice/x", null, "Disk quota exceeded"))
                        .advice())
                .isEqualTo("Free some space, and try again.");
        assertThat(of(new IOException("No space left on device")).advice())
                .isEqualTo("Free some space, and try again.");
    }

    @Test
    void innermostFileIsNamedInsteadOfItsWrapper() {
        var wrapped = new IOException("Nothing can be checked here", new AccessDeniedException("/home/ann/course/a"));

        assertThat(of(wrapped).problem()).contains("/home/ann/course/a");
    }

    @Test
    void mistakeInTheCourseIsNoRefusal() {
        assertThat(FileRefusal.of(new IllegalStateException("wrong"), HOME)).isEmpty();
    }

    private static FileRefusal of(Throwable thrown) {
        return FileRefusal.of(thrown, HOME).orElseThrow();
    }
}
