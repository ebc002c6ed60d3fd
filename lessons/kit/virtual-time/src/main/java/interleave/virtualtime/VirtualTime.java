package interleave.virtualtime;

import interleave.virtualtime.install.Installation;
import interleave.virtualtime.scheduling.Chooser;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Runs unmodified concurrent code in virtual time: with exact times, in the same order in every run, and without delay.
 * When every thread waits, the clock jumps to the next moment at which one of them can continue.
 *
 * <p>{@code VirtualTime.run(body)} is enough for most programs. Create a {@code VirtualTime} to change settings. The
 * runs of one JVM take turns.
 */
public final class VirtualTime {
    private Optional<Long> seed = Optional.empty();
    private Optional<Chooser> chooser = Optional.empty();
    private Duration virtualLimit = Duration.ofHours(12);
    private Duration realLimit = Duration.ofSeconds(10);
    private boolean realIo;
    private boolean expectsUncaught;
    private boolean findsRaces;
    private RunListener listener = RunListener.NONE;

    /**
     * Runs {@code body} on a thread named main until it ends. Threads run in the order in which they became ready.
     *
     * @throws Exception the exception of the body
     * @throws Stuck if no thread can continue, or the run does not end; the message says what each thread waits for
     * @throws ThreadFailed if an exception ends another thread, and the program has no handler for uncaught exceptions
     * @throws UnsupportedOperationException if the body uses an operation that takes real time, such as a socket
     */
    public static VirtualRun run(ThrowingRunnable body) throws Exception {
        return new VirtualTime().start(body);
    }

    /**
     * Runs {@code body} with the seeds 0, 1, 2 and so on, each of which gives a schedule: it decides which thread runs
     * next and where a thread is preempted. The body must create all objects that its threads share.
     *
     * @return the number of different schedules
     * @throws ScheduleFailure for the first schedule that fails, with its seed and its steps
     */
    public static SeedCoverage explore(int seeds, ThrowingRunnable body) {
        Installation.ensure();
        return SeedExplorer.of(body).explore(seeds);
    }

    /** Like {@link #explore(int, ThrowingRunnable)}, with another strategy, such as {@code Chooser::stalling}. */
    public static SeedCoverage explore(int seeds, LongFunction<Chooser> strategy, ThrowingRunnable body) {
        Installation.ensure();
        return SeedExplorer.of(strategy, body).explore(seeds);
    }

    /**
     * Runs {@code body} under all schedules with at most {@code preemptions} preemptions, those with the fewest first,
     * and without those that differ only in the order of steps that do not affect each other. A preemption stops a
     * thread that could continue; the choice of the next thread after a wait is not limited. The body must create all
     * objects that its threads share.
     *
     * @return what was tried; in words, such as {@code no failure in any of the 1,734 schedules with at most 2
     *     preemptions}
     * @throws FailingSchedule for the first schedule that fails
     */
    public static SearchResult exploreAll(int preemptions, ThrowingRunnable body) {
        return new ScheduleSearch(preemptions).explore(body);
    }

    /** Draws the schedule from {@code seed}. The same seed and the same bytecode give the same schedule. */
    public VirtualTime seed(long seed) {
        this.seed = Optional.of(seed);
        return this;
    }

    /** Lets {@code chooser} decide, at each scheduling point, which thread runs next. */
    public VirtualTime scheduler(Chooser chooser) {
        this.chooser = Optional.of(chooser);
        return this;
    }

    /** Stops the run after this virtual time. Default: 12 hours. */
    public VirtualTime virtualLimit(Duration limit) {
        virtualLimit = limit;
        return this;
    }

    /** Stops the run after this real time; later if the machine is too busy to run it. Default: 10 seconds. */
    public VirtualTime realLimit(Duration limit) {
        realLimit = limit;
        return this;
    }

    /** Permits sockets, processes and the like. They take real time, while the virtual clock stands still. */
    public VirtualTime allowRealIo() {
        realIo = true;
        return this;
    }

    /** Lets threads end with uncaught exceptions, which {@link VirtualRun#uncaught} then lists, without failing. */
    public VirtualTime expectUncaught() {
        expectsUncaught = true;
        return this;
    }

    /** Looks for data races, which {@link VirtualRun#races} then lists. The run takes several times as long. */
    public VirtualTime findRaces() {
        findsRaces = true;
        return this;
    }

    /** Reports the events of the run to {@code listener} as they happen. */
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

    Optional<Chooser> chooser() {
        return chooser;
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

    boolean expectsUncaught() {
        return expectsUncaught;
    }

    boolean findsRaces() {
        return findsRaces;
    }

    boolean allowsRealIo() {
        return realIo;
    }
}
