package interleave.practice.judging;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the findings of a run say about its output: lines, their order and their times. */
class PrintedLinesTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

    @Test
    void comparesLinesAndTheirOrder() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printed("one", "two").problem()).isEmpty();
        assertThat(run.printed("two", "one").problem()).hasValue("Expected \"two\" as line 1, but it was \"one\".");
        assertThat(run.printedInAnyOrder("two", "one").problem()).isEmpty();
        assertThat(run.printed("one", "two", "three").problem())
                .hasValue("Expected \"three\", but it was never printed.");
        assertThat(run.printed("one").problem()).hasValue("Expected no line \"two\", but it was printed.");
        assertThat(run.printedBefore("two", "one").problem())
                .hasValue("Expected \"two\" before \"one\", but \"one\" was printed first.");
        assertThat(run.printedLast("zero").problem()).hasValue("Expected \"zero\", but it was never printed.");
        assertThat(run.printedLast("one").problem())
                .hasValue("Expected \"one\" as the last line, but it was printed at 0 s, before \"two\".");
    }

    @Test
    void comparesHowOftenLinesArePrinted() {
        Run run = exam.run(() -> {
            IO.println("one");
            IO.println("one");
        });

        assertThat(run.printedInAnyOrder("one").problem())
                .hasValue("Expected \"one\" once, but it was printed 2 times.");
        assertThat(run.printedInAnyOrder("one", "one", "one").problem())
                .hasValue("Expected \"one\" 3 times, but it was printed 2 times.");
    }

    @Test
    void lineThatIsPrintedMoreOftenThanBySolutionIsRefused() {
        Run solution = exam.run(() -> IO.println("one"));
        Run other = exam.run(() -> {
            IO.println("looking for a mistake");
            IO.println("one");
        });
        Run twice = exam.run(() -> {
            IO.println("one");
            IO.println("one");
        });

        assertThatCode(() -> Robustness.requireNoRepeatedLines(List.of(other), List.of(solution)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Robustness.requireNoRepeatedLines(List.of(twice), List.of(solution)))
                .hasMessageContaining("Expected \"one\" once, but it was printed 2 times.");
    }

    @Test
    void showsLineThatContainsExpectedWords() {
        Run run = exam.run(() -> IO.println("Failed: java.lang.IllegalStateException: Green is wet"));

        assertThat(run.printedLine("Failed: java.lang.IllegalStateException: Green is wet")
                        .problem())
                .isEmpty();
        assertThat(run.printedLine("Failed: Green is wet").problem())
                .hasValue("Expected \"Failed: Green is wet\", but it was never printed. You printed"
                        + " \"Failed: java.lang.IllegalStateException: Green is wet\".");
        assertThat(run.printedLine("Failed: Blue is wet").problem())
                .hasValue("Expected \"Failed: Blue is wet\", but it was never printed.");
    }

    @Test
    void comparesTimesOfLines() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printedAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "two").problem())
                .hasValue("Expected \"two\" at 0 s, but it was printed at 1 s.");
        assertThat(run.printedInAnyOrderAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedInAnyOrderAt(ZERO, "one", "two").problem())
                .hasValue("Expected \"two\" at 0 s, but it was printed at 1 s.");
    }

    @Test
    void knowsEachTimeOfALine() {
        Run run = exam.run(() -> {
            IO.println("again");
            Thread.sleep(1_000);
            IO.println("again");
        });

        assertThat(run.timesOf("again")).containsExactly(ZERO, ofSeconds(1));
    }

    @Test
    void momentsAreNotComparedUnderOtherSchedules() {
        Run run = exam.withSeed(1).run(() -> {
            Thread.sleep(1_000);
            IO.println("one");
        });

        assertThat(run.took(ofSeconds(2)).problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "one").problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "two").problem()).isPresent();
    }
}
