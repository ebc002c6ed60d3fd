package interleave.course.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.bench.Results.Note;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarkEventsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void showsBenchmarkProgressAndTimeLeft() {
        hear(BenchmarkEvents.Display.LINE_A_ROW, "plan 8 40", "job 3 GreetBenchmark.sequential 29.6");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Measuring 8 rows, about 40 s ...", " 25 %  3/8  GreetBenchmark.sequential  30 s left");
    }

    @Test
    void onATerminalOneLineChanges() {
        hear(BenchmarkEvents.Display.ONE_LINE, "plan 2 200", "job 1 GreetBenchmark.sequential 200", "step 0.5 150.2");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .endsWith("\r\033[K 25 %  1/2  GreetBenchmark.sequential  2:30 min left");
    }

    @Test
    void collectsSkippedAndFailedBenchmarks() {
        BenchmarkEvents events = hear(
                BenchmarkEvents.Display.LINE_A_ROW,
                "cut Echo inner",
                "plan 2 200",
                "job 1 A 200",
                "failed A bottleneck",
                "job 2 B 1");

        assertThat(events.cuts()).containsExactly(new Note("Echo", "inner"));
        assertThat(events.failures()).containsExactly(new Note("A", "bottleneck"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("failed: A: bottleneck");
    }

    @Test
    void whenItEndsEarlyTheRowsNotReachedAreCounted() {
        BenchmarkEvents events = hear(BenchmarkEvents.Display.NONE, "plan 5 200", "job 1 A 200", "done A", "job 2 B 1");

        assertThat(events.ended()).isFalse();
        assertThat(events.rowsNotReached()).isEqualTo(4);
        assertThat(printed.size()).isZero();
    }

    @Test
    void timesAreWrittenForPeople() {
        assertThat(Stream.of(8.2, 59.7, 150.0, 3900.0).map(BenchmarkEvents::time))
                .containsExactly("8 s", "1:00 min", "2:30 min", "1:05 h");
    }

    /** Blanks stand for tabs. */
    private BenchmarkEvents hear(BenchmarkEvents.Display display, String... lines) {
        var events = new BenchmarkEvents(display, new PrintStream(printed, true, StandardCharsets.UTF_8));
        Stream.of(lines).map(line -> line.replace(' ', '\t')).forEach(events::hear);
        return events;
    }
}
