package interleave.virtualtime.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** One run of a program in virtual time. Runs of one JVM take turns: they share its standard output. */
public final class Simulation {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** How long something outside the run gets to wake one of its threads, before the run counts as stuck. */
    private static final Duration GRACE = Duration.ofMillis(20);

    private static final Duration GRACE_WITH_REAL_IO = Duration.ofSeconds(5);

    /** How long a run that is given up gets to stop; a loop that asks for nothing at all stops at its next turn. */
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(1);
    /** After so many times its limit a run is over, whether it could run or not. */
    private static final int MOST_LIMITS = 6;

    /** Slices that what is left of a program gets to end after its body has. */
    private static final int SLICES_TO_END = 100_000;

    /** Names of threads that the JDK starts for itself, and that live as long as the JVM. */
    private static final Set<String> INFRASTRUCTURE = Set.of(
            "ForkJoinPool.commonPool-worker-1",
            "ForkJoinPool.commonPool-worker-2",
            "ForkJoinPool.commonPool-worker-3",
            "ForkJoinPool.commonPool-delayScheduler");

    private final Settings settings;
    private final RunState state;
    private final Schedule schedule;
    private final Scheduler scheduler;

    /** What is run; may throw anything. */
    @FunctionalInterface
    public interface Program {
        void run() throws Throwable;
    }

    public Simulation(Settings settings) {
        this.settings = settings;
        this.state = new RunState(settings.allowsRealIo());
        this.schedule = settings.recordsSchedule() ? new Schedule(true) : Schedule.NONE;
        this.scheduler = new Scheduler(settings.policy(), state, schedule, settings.observer());
    }

    /**
     * Runs {@code body} on a thread named main, in virtual time, until it ends.
     *
     * @throws Throwable what the body threw; {@link EngineStuck} when nothing can go on, or the run takes too long
     */
    public Outcome run(Program body) throws Throwable {
        if (Scheduler.current() != null) {
            throw new IllegalStateException("this is a virtual-time run already: call the body itself");
        }
        ONE_AT_A_TIME.lock();
        try {
            if (settings.allowsRealIo()) {
                JdkInternals.startPollers();
            }
            return runAlone(body);
        } finally {
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
                outcome.set(drive(main));
            } catch (Throwable failure) {
                stuck.set(failure);
            }
        });
        scheduler.drivenBy(driver);
        driver.start();
        if (!endsWithin(settings.realLimit(), driver)) {
            String report = WaitReport.ofEndless(scheduler, settings.realLimit(), driver);
            state.giveUp();
            driver.join(TO_GIVE_UP);
            throw new EngineStuck(report);
        }
        if (stuck.get() != null) { // what the body threw after that came of its being interrupted
            throw stuck.get();
        }
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return outcome.get();
    }

    /** On a busy machine it may take longer, as long as it has not been given half of the limit to run in. */
    private static boolean endsWithin(Duration limit, Thread driver) throws InterruptedException {
        for (int limits = 0; limits < MOST_LIMITS; limits++) {
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

    private Outcome drive(Thread main) {
        JdkInternals.setProbe(Thread.currentThread());
        try {
            Thread twin = Twins.make(main, scheduler);
            twin.start();
            long limit = settings.virtualLimit().toNanos();
            while (twin.isAlive() && !state.isOver()) {
                if (!oneStep(limit) && !state.isOver()) {
                    throw new EngineStuck(WaitReport.of(scheduler, settings.virtualLimit()));
                }
            }
            Duration elapsed = now();
            List<String> left = endWhatIsLeft();
            return new Outcome(elapsed, left, state.uncontrolled(), scheduler.slices(), scheduler.fingerprint());
        } finally {
            interruptWhatIsLeft();
            scheduler.dispose();
        }
    }

    /** False when nothing is runnable, nothing is timed, and nothing comes from outside. */
    private boolean oneStep(long limit) {
        if (scheduler.passTimeForSpinners(limit)) {
            return scheduler.timers.now() <= limit;
        }
        if (scheduler.runOneSlice() || (state.waitsForReal() && awaitReal()) || scheduler.timers.advance(limit)) {
            return true;
        }
        return scheduler.awaitArrival(GRACE.toNanos());
    }

    /** While somebody waits for something real, the virtual clock is no quicker than the real one. */
    private boolean awaitReal() {
        return scheduler.awaitArrival(Math.min(GRACE_WITH_REAL_IO.toNanos(), scheduler.timers.untilFirst()));
    }

    /** Lets what is runnable now come to its end; returns the names of those that do not. */
    private List<String> endWhatIsLeft() {
        runSlices();
        return scheduler.living().stream()
                .map(thread -> Twins.asSeenByTheProgram(thread))
                .filter(thread -> !INFRASTRUCTURE.contains(thread.getName()))
                .map(Simulation::nameOf)
                .toList();
    }

    private void interruptWhatIsLeft() {
        state.beginEnding();
        if (state.isOver()) {
            return; // they do not end by themselves
        }
        scheduler.living().forEach(Thread::interrupt);
        runSlices();
    }

    private void runSlices() {
        int left = SLICES_TO_END;
        while (left-- > 0 && scheduler.runOneSlice()) {
            // that is all
        }
    }

    private Duration now() {
        return Duration.ofNanos(scheduler.timers.now());
    }

    /** What reports call it: a virtual thread may have no name. */
    static String nameOf(Thread thread) {
        return thread.getName().isEmpty() && JdkInternals.schedulerOf(thread) instanceof Scheduler run
                ? run.nameOfUnnamed(thread)
                : thread.getName();
    }

    /** The steps so far, where they were asked for; also of a run that failed. */
    public List<Schedule.Step> schedule() {
        return schedule.steps();
    }

    // ---- for code inside a run

    /** Whether the calling thread belongs to a run. */
    public static boolean isRunning() {
        return Scheduler.current() != null;
    }

    /** Virtual time since the run began; zero outside of all runs. */
    public static Duration elapsed() {
        Scheduler run = Scheduler.current();
        return run == null ? Duration.ZERO : Duration.ofNanos(run.timers.now());
    }

    /** The thread as the program sees it: the platform thread that a virtual one executes, or itself. */
    public static Thread asSeenByTheProgram(Thread thread) {
        return Twins.asSeenByTheProgram(thread);
    }
}
