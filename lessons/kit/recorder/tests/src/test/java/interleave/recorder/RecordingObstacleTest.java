package interleave.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions run where Flight Recorder cannot record. */
class RecordingObstacleTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void emptyFolderIsNoObstacle() {
        assertThat(RecordingObstacle.inFolder(folder, 100 * MEBIBYTE, 100 * MEBIBYTE))
                .isEmpty();
        assertThat(RecordingObstacle.inFolder(folder, 0, 0)).isEmpty();
    }

    @Test
    void namesFullFolder() {
        assertThat(RecordingObstacle.inFolder(folder, 100 * MEBIBYTE, MEBIBYTE))
                .hasValueSatisfying(
                        obstacle -> assertThat(obstacle).contains("needs 32 MB in " + folder, "1 MB are free"));
    }

    @Test
    void namesFolderThatCannotBeWritten() {
        Path missing = folder.resolve("missing");

        assertThat(RecordingObstacle.inFolder(missing)).hasValue("Flight Recorder cannot write to " + missing + ".");
    }

    @Test
    void versionRunsWithoutTimeline() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (var recorder = Recorder.start(
                Optional.of("No recorder."), Optional.of((version, at, line) -> lines.add(version + ": " + line)))) {
            Outcome outcome = recorder.record("Sequential", () -> IO.println("Hello"));

            assertThat(outcome.failure()).isEmpty();
            assertThat(recorder.obstacle()).hasValue("No recorder.");
            assertThat(recorder.timelines()).isEmpty();
            assertThatThrownBy(() -> recorder.saveTo(folder.resolve("run.jfr"))).hasMessage("No recorder.");
        }

        assertThat(lines).containsExactly("Sequential: Hello");
    }
}
