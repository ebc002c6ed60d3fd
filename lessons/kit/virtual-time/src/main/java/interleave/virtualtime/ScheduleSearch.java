package interleave.virtualtime;

import interleave.virtualtime.install.Installation;
import interleave.virtualtime.races.DataRace;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A search of all schedules of a program, with settings. {@link VirtualTime#exploreAll}, which uses the defaults, is
 * enough for most programs.
 */
public final class ScheduleSearch {
    private final int preemptions;
    private int maxRuns = 1_000_000;
    private Duration maxTime = Duration.ofMinutes(1);
    private boolean findsRaces;
    private Consumer<String> progress = System.err::println;

    /** A search of all schedules with at most this number of preemptions. */
    public ScheduleSearch(int preemptions) {
        if (preemptions < 0) {
            throw new IllegalArgumentException("The number of preemptions must not be negative.");
        }
        this.preemptions = preemptions;
    }

    /** Ends the search after this number of runs. Default: one million. */
    public ScheduleSearch maxRuns(int runs) {
        maxRuns = runs;
        return this;
    }

    /** Ends the search after this real time. Default: one minute. */
    public ScheduleSearch maxTime(Duration time) {
        maxTime = time;
        return this;
    }

    /**
     * Also looks for data races in each schedule. A program without them has no results other than those of its
     * schedules.
     */
    public ScheduleSearch findRaces() {
        findsRaces = true;
        return this;
    }

    /** Receives a progress message every two seconds. Default: prints it to {@code System.err}. */
    public ScheduleSearch progress(Consumer<String> lines) {
        progress = lines;
        return this;
    }

    /**
     * Runs {@code body} under all schedules. Stops at the first failure or data race.
     *
     * @throws FailingSchedule for the first schedule that fails, or has a {@link DataRace}
     */
    public SearchResult explore(ThrowingRunnable body) {
        Installation.ensure();
        return new Explorer(this, body).untilFailure();
    }

    /** Runs {@code body} under all schedules, and counts those that fail. A data race alone is not a failure here. */
    public SearchResult count(ThrowingRunnable body) {
        Installation.ensure();
        return new Explorer(this, body).counting();
    }

    int preemptions() {
        return preemptions;
    }

    int maxRuns() {
        return maxRuns;
    }

    Duration maxTime() {
        return maxTime;
    }

    boolean findsRaces() {
        return findsRaces;
    }

    Consumer<String> progress() {
        return progress;
    }
}
