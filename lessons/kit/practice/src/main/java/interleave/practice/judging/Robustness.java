package interleave.practice.judging;

import interleave.practice.Check;
import interleave.practice.Run;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Requirements for the right answers of all exercises, in addition to the claims of their own check. */
public final class Robustness {
    private static final int SCHEDULES = 20;
    /** Code that polls takes long to simulate. After this time, no further schedule is tried. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Robustness() {}

    /**
     * Requires that no line of the solution is printed more often than the solution prints its lines. Other lines may
     * help a student to find a mistake.
     *
     * @throws CheckFailure if one is
     */
    public static void requireNoRepeatedLines(List<Run> runs, List<Run> solution) {
        for (int i = 0; i < Math.min(runs.size(), solution.size()); i++) {
            Run run = runs.get(i);
            Run expected = solution.get(i);
            int times =
                    expected.output().stream().mapToInt(expected::count).max().orElse(0);
            for (String line : new LinkedHashSet<>(expected.output())) {
                var finding = run.printedAtMost(times, line)
                        .next("Something is done more often than necessary. Which line of your code repeats it?");
                if (finding.problem().isPresent()) {
                    throw new CheckFailure(Explanation.of(finding), Optional.of(run), false);
                }
            }
        }
    }

    /**
     * Repeats a check under other schedules of the threads.
     *
     * @throws CheckFailure if a claim does not hold under one of them
     */
    public static void requireOtherSchedules(Check check, VirtualTimeExam passed) throws Exception {
        long start = System.nanoTime();
        for (int seed = 0; seed < SCHEDULES && System.nanoTime() - start < PATIENCE.toNanos(); seed++) {
            try {
                check.check(passed.withSeed(seed));
            } catch (CheckFailure reason) {
                throw underAnotherSchedule(reason);
            }
        }
    }

    private static CheckFailure underAnotherSchedule(CheckFailure reason) {
        Explanation why = reason.explanation();
        return new CheckFailure(
                new Explanation(
                        "Race condition under another schedule of the threads. " + why.problem(),
                        why.shown(),
                        "Which two steps of your code must not be separated? Make them one step, with a lock, a"
                                + " Semaphore or a method of a concurrent class."),
                Optional.empty(),
                reason.stillRunning());
    }
}
