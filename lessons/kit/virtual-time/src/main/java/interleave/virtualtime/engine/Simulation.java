package interleave.virtualtime.engine;

import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.engine.races.Race;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** One run of a program in virtual time. Runs of one JVM take turns: they share its standard output. */
public final class Simulation {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** How long a run in which no thread can continue waits to be woken from outside, before it is stuck. */
    private static final Duration GRACE = Duration.ofMillis(20);

    private static final Duration GRACE_WITH_REAL_IO = Duration.ofSeconds(5);

    /** How long to wait until the threads of a stopped run have ended. */
    private static final Duration TO_STOP = Duration.ofSeconds(1);

    /** How long to wait until a run that exceeds its limit has reported what its threads wait for. */
    private static final Duration TO_REPORT = Duration.ofMillis(500);
    /** A run is stopped after this many times its limit, even if the machine was too busy to run it. */
    private static final int MAX_LIMITS = 6;

    /** The number of slices in which the remaining threads may end after the body has ended. */
    private static final int SLICES_TO_END = 100_000;

    /** The number of steps that they may make. */
    private static final int STEPS_TO_END = 5_000_000;

    /** The start of the names of threads of the JDK that never end. */
    private static final String INFRASTRUCTURE = "ForkJoinPool.commonPool-";

    private final Settings settings;
    private final RunState state;
    private final Schedule schedule;
    private final Scheduler scheduler;

    /** The program to run. It may throw anything. */
    @FunctionalInterface
    public interface Program {
        void run() throws Throwable;
    }

    private static volatile Runnable raceInstallation = () -> {};

    /** Sets what has to be done before the first run that looks for data races. */
    public static void beforeFirstRaceFinding(Runnable installation) {
        raceInstallation = installation;
    }

    public Simulation(Settings settings) {
        this.settings = settings;
        this.state = new RunState(settings.allowsRealIo());
        this.schedule = settings.recordsSchedule() ? new Schedule(true) : Schedule.NONE;
        this.scheduler = new Scheduler(settings.policy(), state, schedule, settings.observer(), settings.findsRaces());
    }

    /**
     * Runs {@code body} on a thread named main, in virtual time, until it ends.
     *
     * @throws Throwable the exception of the body; {@link EngineStuck} if no thread can continue, or a limit is
     *     exceeded
     */
    public Outcome run(Program body) throws Throwable {
        if (Scheduler.current() != null) {
            throw new IllegalStateException("A virtual-time run cannot start another run. Call the body directly.");
        }
        ONE_AT_A_TIME.lock();
        try {
            if (settings.allowsRealIo()) {
                JdkInternals.startPollers();
            }
            state.uncaught().begin();
            RunState.watchCalls(settings.policy() != SchedulingPolicy.FIRST || settings.recordsSchedule());
            if (settings.findsRaces()) {
                raceInstallation.run();
            }
            RunState.watchSteps(settings.policy().watchesSteps() || settings.findsRaces());
            RunState.findRaces(settings.findsRaces());
            return runAlone(body);
        } catch (Throwable failure) {
            state.uncaught().addTo(failure);
            throw failure;
        } finally {
            state.uncaught().end();
            ONE_AT_A_TIME.unlock();
        }
    }

    private Outcome runAlone(Program body) throws Throwable {
        var thrown = new AtomicReference<Throwable>();
        var outcome = new AtomicReference<Outcome>();
        var stuck = new AtomicReference<Throwable>();
        Thread main = Thread.ofPlatform().name("main").daemon(false).unstarted(() -> {
            try {
                body.run();
            } catch (Throwable failure) {
                thrown.set(failure);
            }
        });
        main.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        Thread driver = Thread.ofPlatform().name("virtual-time").daemon().unstarted(() -> {
            try {
                outcome.set(drive(main, stuck));
            } catch (Throwable failure) {
                stuck.compareAndSet(null, failure);
            }
        });
        scheduler.drivenBy(driver);
        driver.start();
        if (!endsWithin(settings.realLimit(), driver)) {
            scheduler.stopAfterThisSlice();
            if (!driver.join(TO_REPORT)) {
                if (stuck.get() == null) { // its threads are inside the JDK, and do not end their slice
                    stuck.compareAndSet(null, new EngineStuck(WaitReport.atRealLimit(scheduler, settings.realLimit())));
                }
                state.giveUp();
                driver.join(TO_STOP);
            }
        }
        if (stuck.get() != null) { // an exception of the body would only be a consequence of the interrupt
            throw stuck.get();
        }
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return outcome.get();
    }

    /** On a busy machine the run may take longer, until its driver has used the processor for half of the limit. */
    private static boolean endsWithin(Duration limit, Thread driver) throws InterruptedException {
        for (int limits = 0; limits < MAX_LIMITS; limits++) {
            if (driver.join(limit)) {
                return true;
            }
            long ranFor = ManagementFactory.getThreadMXBean().getThreadCpuTime(driver.threadId());
            if (ranFor >= limit.toNanos() / 2) {
                return false;
            }
        }
        return false;
    }

    /** Sets {@code stuck} at once: it may take long to end the threads that remain. */
    private Outcome drive(Thread main, AtomicReference<Throwable> stuck) {
        JdkInternals.setProbe(Thread.currentThread());
        try {
            Thread twin = Twins.make(main, scheduler);
            twin.start();
            long limit = settings.virtualLimit().toNanos();
            try {
                runUntilEndOf(twin, limit);
            } catch (EngineStuck report) {
                stuck.compareAndSet(null, report);
                throw report;
            }
            Duration elapsed = now();
            List<String> left = finishRemainingThreads();
            return new Outcome(
                    elapsed,
                    left,
                    state.uncontrolled(),
                    state.uncaught().all(),
                    races(),
                    scheduler.slices(),
                    scheduler.fingerprint());
        } finally {
            interruptRemainingThreads();
            scheduler.dispose();
        }
    }

    private void runUntilEndOf(Thread main, long limit) {
        try {
            while (main.isAlive() && !state.isOver()) {
                if (!oneStep(limit) && !state.isOver()) {
                    throw new EngineStuck(WaitReport.of(scheduler, settings.virtualLimit()));
                }
                if (scheduler.mustStop()) {
                    throw new EngineStuck(WaitReport.atRealLimit(scheduler, settings.realLimit()));
                }
            }
        } catch (OutOfMemoryError full) { // of an observer: those of the program end its own threads
            throw new EngineStuck(WaitReport.outOfMemory(scheduler));
        }
    }

    /** Returns false if no thread is runnable, no timer is set, and no thread is woken from outside. */
    private boolean oneStep(long limit) {
        if (scheduler.passTimeForSpinners(limit) || scheduler.passTimeForWorkers()) {
            return scheduler.timers.now() <= limit;
        }
        if (scheduler.runOneSlice() || (state.waitsForReal() && awaitReal()) || scheduler.timers.advance(limit)) {
            return true;
        }
        return scheduler.awaitArrival(GRACE.toNanos());
    }

    /** While a thread waits for an event in real time, the virtual clock does not run ahead of the real one. */
    private boolean awaitReal() {
        return scheduler.awaitArrival(Math.min(GRACE_WITH_REAL_IO.toNanos(), scheduler.timers.untilFirst()));
    }

    /** Runs the remaining threads until none is runnable. Returns the names of those that have not ended. */
    private List<String> finishRemainingThreads() {
        runSlices();
        return scheduler.living().stream()
                .map(thread -> Twins.asSeenByTheProgram(thread))
                .filter(thread -> !isInfrastructure(thread))
                .map(Simulation::nameOf)
                .toList();
    }

    private void interruptRemainingThreads() {
        state.beginEnding();
        RunState.findRaces(false);
        if (state.isOver()) {
            return; // its threads do not react to an interrupt
        }
        scheduler.living().forEach(Thread::interrupt);
        try {
            runSlices();
        } catch (OutOfMemoryError full) {
            // the observer cannot record how they end
        }
    }

    /** Leaves a thread that does not pause: it never runs again. */
    private void runSlices() {
        int left = SLICES_TO_END;
        long end = scheduler.steps() + STEPS_TO_END;
        while (left-- > 0 && scheduler.steps() < end && scheduler.runOneSlice()) {
            // the condition runs the slice
        }
    }

    static boolean isInfrastructure(Thread thread) {
        return thread.getName().startsWith(INFRASTRUCTURE);
    }

    private Duration now() {
        return Duration.ofNanos(scheduler.timers.now());
    }

    /** The name in reports. A virtual thread may have no name of its own. */
    static String nameOf(Thread thread) {
        return thread.getName().isEmpty() && JdkInternals.schedulerOf(thread) instanceof Scheduler run
                ? run.nameOfUnnamed(thread)
                : thread.getName();
    }

    /** The recorded steps, also of a failed run. */
    public List<Schedule.Step> schedule() {
        return schedule.steps();
    }

    /** The data races that were found, also in a failed run. */
    public List<Race> races() {
        return scheduler.races() == null ? List.of() : scheduler.races().races();
    }

    // ---- for code inside a run

    /** Whether the calling thread belongs to a run. */
    public static boolean isRunning() {
        return Scheduler.current() != null;
    }

    /** Whether the calling thread belongs to a run whose body has ended, and whose other threads were interrupted. */
    public static boolean isEnding() {
        return Hooks.isEnding();
    }

    /** Virtual time since the start of the run; zero outside of all runs. */
    public static Duration elapsed() {
        Scheduler run = Scheduler.current();
        return run == null ? Duration.ZERO : Duration.ofNanos(run.timers.now());
    }

    /** The thread as the program sees it: the platform thread that this virtual thread executes, or itself. */
    public static Thread asSeenByTheProgram(Thread thread) {
        return Twins.asSeenByTheProgram(thread);
    }
}
