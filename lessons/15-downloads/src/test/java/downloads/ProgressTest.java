package downloads;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Progress appears only on one line of a terminal. */
class ProgressTest {

    private static final URI PHOTO = URI.create("http://museum/photo.jpg");

    private final StringWriter terminal = new StringWriter();

    private static void download(Progress progress) throws InterruptedException {
        try (progress) {
            for (int chunk = 0; chunk < 1_000; chunk++) {
                progress.received(2_000);
                Thread.sleep(1);
            }
            progress.finished(new Result.Saved(PHOTO, Path.of("photo.jpg")));
            progress.finished(new Result.Failed(PHOTO, "the disk is full"));
        }
    }

    @Test
    @InVirtualTime
    void overwritesItsLineTenTimesASecondAndRemovesItInTheEnd() throws Exception {
        download(new Progress(Optional.of(new PrintWriter(terminal)), 3));

        assertThat(terminal.toString())
                .doesNotContain("\n")
                .contains("0 of 3 files, 1.0 MB", "1 of 3 files, 2.0 MB", "2 of 3 files, 2.0 MB")
                .endsWith("\r\033[K");
        assertThat(terminal.toString().split("\r", -1)).hasSizeBetween(12, 20);
    }

    @Test
    void printsOnlyFailuresWithoutTerminal() throws Exception {
        var run = VirtualTime.run(() -> download(new Progress(Optional.empty(), 3)));

        assertThat(run.output()).containsExactly("Failed to download http://museum/photo.jpg: the disk is full");
    }

    /** Without a terminal, as in the tests, there is no progress line. */
    @Test
    void noTerminalIsFoundInAPipe() throws Exception {
        var run = VirtualTime.run(() -> download(Progress.of(3)));

        assertThat(run.output()).hasSize(1);
    }
}
