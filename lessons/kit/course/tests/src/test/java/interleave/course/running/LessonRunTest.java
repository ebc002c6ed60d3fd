package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Version;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelinePage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lesson runs on a machine where Flight Recorder cannot record. */
class LessonRunTest {
    private static final Lesson GREET =
            Course.at(Path.of("../../..").toAbsolutePath().normalize()).find("greet");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void goesOnWithoutTimelines() throws Exception {
        assertThat(run(Optional.empty())).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Note: there are no timelines. No recorder. ./lesson greet --instant", "ran Sequential")
                .doesNotContain("max concurrent");
    }

    @Test
    void refusesToWritePageWithoutTimelines() {
        assertThatThrownBy(() -> run(Optional.of(Path.of("page.html"))))
                .isInstanceOf(CourseException.class)
                .hasMessageContainingAll("There are no timelines to write. No recorder.", "--instant");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("ran Sequential");
    }

    private int run(Optional<Path> page) throws Exception {
        var options = new RunOptions("greet", false, List.of(), List.of());
        var screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), 100, false);
        var files = new RunFiles(page, Optional.empty(), false, TimelinePage.Answers.HIDDEN, options);
        return new LessonRun(GREET, screen, files, Predictions::none)
                .run(GREET.versions(), lines -> new Unrecorded(screen));
    }

    /** A runner without a recording. */
    private record Unrecorded(Screen screen) implements VersionRunner {
        @Override
        public Optional<String> recordingObstacle() {
            return Optional.of("No recorder.");
        }

        @Override
        public Optional<Throwable> run(Version version, List<String> arguments) {
            screen.line("ran " + version.label());
            return Optional.empty();
        }

        @Override
        public boolean interrupt() {
            return true;
        }

        @Override
        public List<Timeline> timelines() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
