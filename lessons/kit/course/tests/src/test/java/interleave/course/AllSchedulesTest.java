package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A version under all schedules: the losing one step by step, and the data race behind it. */
class AllSchedulesTest {

    @Test
    void showsLosingScheduleAndDataRace() {
        CommandRun run = lesson();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed())
                .contains("Fails in 6 of the 14 schedules with at most 2 preemptions, and has a data race.")
                .contains("Data race: `inside` is written by Gate 2 (LostUpdate.java:14) and read by Gate 1")
                .contains("with 1 preemption", "LostUpdate:14 read inside -> 0", "LostUpdate:10 read inside -> 1")
                .doesNotContain("ArrayList.<init>"); // only the main thread acts
    }

    @Test
    void saysThatACureSurvivesAllSchedules() {
        CommandRun run = lesson("--", "lock");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed())
                .contains("No failure in any of the 36 schedules", "and no data race: nothing else can be seen.")
                .doesNotContain("Data race:", "Failed in schedule");
    }

    @Test
    void refusesWrongArgumentsWithoutTryingThem() {
        CommandRun run = lesson("--", "foo");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).startsWith("Unknown experiment 'foo'.").contains("Try again: ./lesson shared-state");
        assertThat(run.printed()).doesNotContain("Fails in");
    }

    private static CommandRun lesson(String... arguments) {
        String[] words = {"shared-state", "--no-predict", "--instant", "--only", "one-round"};
        return CommandRun.lesson(
                Stream.of(words, arguments).flatMap(Arrays::stream).toArray(String[]::new));
    }
}
