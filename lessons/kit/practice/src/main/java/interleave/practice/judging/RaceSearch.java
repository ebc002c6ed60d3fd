package interleave.practice.judging;

import interleave.practice.judging.RaceDetector.DataRace;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a student's code again and again, to find two threads that access the same object at the same time. */
public final class RaceSearch {
    private static final int DELAYED_RUNS = 12;
    /** Code that polls takes long to simulate. After this time, no further run is made. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration REAL_LIMIT = Duration.ofSeconds(2);
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);

    private RaceSearch() {}

    /**
     * Requires that no run of {@code codes} has a data race.
     *
     * @throws CheckFailure if one has
     */
    public static void requireNone(List<ThrowingRunnable> codes) {
        long start = System.nanoTime();
        for (ThrowingRunnable code : codes) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return;
            }
            search(code).ifPresent(race -> {
                throw new CheckFailure(explanation(race), Optional.empty(), false);
            });
        }
    }

    /** The first run only finds what threads share. Without anything shared, no other run is necessary. */
    private static Optional<DataRace> search(ThrowingRunnable code) {
        Set<Integer> sharedLines = new HashSet<>();
        Optional<DataRace> race = run(code, new RaceDetector(0, sharedLines));
        for (int seed = 1; seed <= DELAYED_RUNS && race.isEmpty() && !sharedLines.isEmpty(); seed++) {
            race = run(code, new RaceDetector(seed, sharedLines));
        }
        return race;
    }

    /** How the run ends does not matter, because the delays may cause timeouts. */
    private static Optional<DataRace> run(ThrowingRunnable code, RaceDetector detector) {
        SharedAccess.during(detector, () -> {
            try {
                new VirtualTime()
                        .realLimit(REAL_LIMIT)
                        .virtualLimit(VIRTUAL_LIMIT)
                        .start(code);
            } catch (Throwable endedByTheDelays) {
                // the accesses until then count
            }
        });
        return detector.found();
    }

    private static Explanation explanation(DataRace race) {
        Access access = race.first();
        String places = String.join(" and ", RaceDetector.places(race));
        return new Explanation(
                "Race condition: two threads use " + access.what() + " at the same time, in " + places
                        + ". The result was right only by chance: an update can be lost.",
                List.of(),
                access.isOfCollection()
                        ? "Collect the results of the tasks on one thread, or use a concurrent collection, or a lock."
                        : "Use an AtomicInteger, or the same lock around every use. For a variable that is only set and"
                                + " read, volatile is enough.");
    }
}
