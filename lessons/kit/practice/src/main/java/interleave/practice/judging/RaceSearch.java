package interleave.practice.judging;

import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.races.RaceReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a student's code once more, to find data races. One run is enough, because every schedule shows them. */
public final class RaceSearch {
    /** Code that polls takes long to simulate. After this time, no further run is made. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration REAL_LIMIT = Duration.ofSeconds(2);
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);

    private RaceSearch() {}

    /**
     * Requires that no run of {@code codes} has a data race in the student's file.
     *
     * @throws CheckFailure if one has
     */
    public static void requireNone(List<ThrowingRunnable> codes, AnswerLines answer) {
        long start = System.nanoTime();
        for (ThrowingRunnable code : codes) {
            List<RaceReport> races =
                    races(code).stream().filter(answer::isPartOf).toList();
            if (!races.isEmpty()) {
                throw new CheckFailure(RaceExplanation.of(races, answer), Optional.empty(), false);
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return;
            }
        }
    }

    /** The first run rewrites classes of the JDK. This happens here, before a student waits for it. */
    public static void warmUp() {
        races(() -> {});
    }

    /** How the run ends does not matter: the check has judged the same run before. */
    private static List<RaceReport> races(ThrowingRunnable code) {
        try {
            return new VirtualTime()
                    .findRaces()
                    .expectUncaught()
                    .realLimit(REAL_LIMIT)
                    .virtualLimit(VIRTUAL_LIMIT)
                    .start(() -> endQuietly(code))
                    .races();
        } catch (Exception | Error tooSlow) {
            return List.of();
        }
    }

    private static void endQuietly(ThrowingRunnable code) {
        try {
            code.run();
        } catch (Throwable expectedByTheCheck) {
            // the accesses until then count
        }
    }
}
