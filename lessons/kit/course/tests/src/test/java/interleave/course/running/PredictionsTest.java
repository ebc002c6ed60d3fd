package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Version;
import interleave.course.terminal.Screen;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A student predicts the times of three versions at the keyboard. */
class PredictionsTest {
    private static final List<Version> VERSIONS = List.of(
            new Version("greet.Sequential", "one after the other", false, Optional.empty()),
            new Version("greet.WithThreadPool", "a thread each", false, Optional.empty()),
            new Version("greet.WithEventLoop", "a task each", false, Optional.empty()));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), 80, false);

    @Test
    void secondsAreReadWithOrWithoutUnit() throws Exception {
        assertThat(predict("3\n1.5 s\n0,5\n").byLabel())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Sequential", Duration.ofSeconds(3),
                        "Thread pool", Duration.ofMillis(1500),
                        "Event loop", Duration.ofMillis(500)));
    }

    @Test
    void emptyLineSkipsOneVersion() throws Exception {
        assertThat(predict("\n1\n\n").byLabel()).containsOnlyKeys("Thread pool");
    }

    @Test
    void letterQSkipsTheRest() throws Exception {
        assertThat(predict("3\nq\n").byLabel()).containsOnlyKeys("Sequential");
    }

    @Test
    void endOfInputSkipsTheRest() throws Exception {
        assertThat(predict("3\n").byLabel()).containsOnlyKeys("Sequential");
    }

    @Test
    void answerThatIsNoNumberIsAskedAgain() throws Exception {
        assertThat(predict("three\n3\nq\n").byLabel()).containsOnlyKeys("Sequential");

        assertThat(printed()).contains("Expected a number of seconds such as 2 or 0.5, but it was 'three'.");
    }

    @Test
    void comparisonShowsTheErrorOfEachPrediction() throws Exception {
        predict("1\n1.1\n5\n")
                .compareWith(List.of(took("Sequential", 3), took("Thread pool", 1), took("Event loop", 1)), screen);

        assertThat(printed().lines())
                .contains(
                        "  Sequential    1.0 s predicted, 3.0 s measured: 2.0 s too short",
                        "  Thread pool   1.1 s predicted, 1.0 s measured: right",
                        "  Event loop    5.0 s predicted, 1.0 s measured: 4.0 s too long");
    }

    @Test
    void runWithoutPredictionsIsNotCompared() throws Exception {
        Predictions.none(VERSIONS).compareWith(List.of(took("Sequential", 3)), screen);

        assertThat(printed()).isEmpty();
    }

    private Predictions predict(String typed) throws IOException {
        return Predictions.ask(VERSIONS, new BufferedReader(new StringReader(typed)), screen);
    }

    private static Timeline took(String version, long seconds) {
        return new Timeline(version, Duration.ofSeconds(seconds), Ending.DONE, List.of());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
