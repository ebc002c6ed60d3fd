package interleave.virtualtime;

import interleave.virtualtime.install.Installation;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs ordinary Java concurrency in virtual time: threads, pools, locks, timeouts of unmodified code, exactly, in the
 * same order each time, and at once. When every thread waits, the clock jumps to the next moment one of them waits for.
 *
 * <p>{@code VirtualTime.run(body)} is all most need; a {@code VirtualTime} made by hand has settings. Runs of one JVM
 * take turns.
 */
public final class VirtualTime {
    private Optional<Long> seed = Optional.empty();
    private Duration virtualLimit = Duration.ofHours(12);
    private Duration realLimit = Duration.ofSeconds(10);
    private boolean realIo;
    private RunListener listener = RunListener.NONE;

    /**
     * Runs {@code body} on a thread named main, first come first served, until it ends.
     *
     * @throws Exception what the body threw
     * @throws Stuck when no thread can go on, or the run does not end: it says who waits for what
     * @throws UnsupportedOperationException when the body uses what takes real time: sockets, processes
     */
    public static VirtualRun run(ThrowingRunnable body) throws Exception {
        return new VirtualTime().start(body);
    }

    /**
     * Runs {@code body} under {@code seeds} different schedules, drawn from the seeds 0, 1, 2 and so on: who goes on,
     * and where a thread is interrupted in the middle. Each run must begin afresh.
     *
     * @throws ScheduleFailure when one fails: it tells the seed and, step by step, the schedule
     */
    public static void explore(int seeds, ThrowingRunnable body) {
        for (long seed = 0; seed < seeds; seed++) {
            try {
                new VirtualTime().seed(seed).start(body);
            } catch (Throwable failure) {
                throw new ScheduleFailure(seed, seeds, failure, replay(seed, body));
            }
        }
    }

    private static String replay(long seed, ThrowingRunnable body) {
        Installation.ensure();
        return Runner.schedule(new VirtualTime().seed(seed), body);
    }

    /** Draws the schedule from {@code seed}; the same seed and the same bytecode give the same schedule. */
    public VirtualTime seed(long seed) {
        this.seed = Optional.of(seed);
        return this;
    }

    /** Takes a program that waits longer, in virtual time, to wait for ever. Default: 12 hours. */
    public VirtualTime virtualLimit(Duration limit) {
        virtualLimit = limit;
        return this;
    }

    /** Takes a program that computes longer, in real time, not to end. Default: 10 seconds. */
    public VirtualTime realLimit(Duration limit) {
        realLimit = limit;
        return this;
    }

    /** Lets sockets, processes and the like through: they take real time, while the virtual clock stands still. */
    public VirtualTime allowRealIo() {
        realIo = true;
        return this;
    }

    /** Tells {@code listener} what happens, while it happens. */
    public VirtualTime listener(RunListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Runs {@code body} with these settings.
     *
     * @throws Exception as {@link #run}
     */
    public VirtualRun start(ThrowingRunnable body) throws Exception {
        Installation.ensure();
        return Runner.run(this, body);
    }

    Optional<Long> seed() {
        return seed;
    }

    Duration virtualLimit() {
        return virtualLimit;
    }

    Duration realLimit() {
        return realLimit;
    }

    RunListener listener() {
        return listener;
    }

    boolean allowsRealIo() {
        return realIo;
    }
}
