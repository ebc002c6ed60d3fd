package interleave.virtualtime.engine;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/**
 * The methods that rewritten code calls instead of those of the JDK. Outside of runs, each does what the original
 * method does. Public only because rewritten classes call it.
 */
public final class Hooks {
    /**
     * The value of {@code nanoTime} at the start. It is odd, because {@code ForkJoinTask} adds 1 ns to an even
     * deadline.
     */
    static final long FIRST_NANO = 1_000_000_001L;

    /** The wall-clock time at the start of every run. */
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /**
     * Reported instead of the actual exception, which is still under construction. A new one would call this class
     * again.
     */
    @SuppressWarnings("StaticAssignmentOfThrowable") // it is never thrown, and its stack is never read
    private static final InterruptedException INTERRUPTED = new InterruptedException();

    private Hooks() {}

    // ---- clocks

    public static long nanoTime() {
        Scheduler run = Scheduler.current();
        if (run == null) {
            return System.nanoTime();
        }
        run.readTheClock();
        return FIRST_NANO + run.timers.now();
    }

    public static long currentTimeMillis() {
        Scheduler run = Scheduler.current();
        if (run == null) {
            return System.currentTimeMillis();
        }
        run.readTheClock();
        return START.toEpochMilli() + run.timers.now() / 1_000_000;
    }

    /** {@code VM.getNanoTimeAdjustment}: nanoseconds between {@code offsetSeconds} and now. */
    public static long nanoTimeAdjustment(long real, long offsetSeconds) {
        Scheduler run = Scheduler.current();
        if (run == null) {
            return real;
        }
        run.readTheClock();
        return (START.getEpochSecond() - offsetSeconds) * 1_000_000_000L + run.timers.now();
    }

    // ---- threads

    /** Replaces {@code Thread.start}. Returns true if the run has started the thread as a twin. */
    public static boolean start(Thread thread, Object container) {
        Scheduler run = Scheduler.current();
        if (run == null || thread.isVirtual()) {
            return false;
        }
        if (thread.getClass().getName().startsWith("jdk.internal.misc.InnocuousThread")) {
            return false; // a helper thread of the JDK, such as a cleaner, that outlives the run
        }
        JdkInternals.start(Twins.make(thread, run), Optional.ofNullable(container));
        return true;
    }

    public static Thread currentThread() {
        return Twins.asSeenByTheProgram(Thread.currentThread());
    }

    /** The thread that may be a fork-join worker: the one that the current twin executes, or else {@code carrier}. */
    public static Thread currentWorker(Thread carrier) {
        Thread running = Thread.currentThread();
        Thread shown = Twins.asSeenByTheProgram(running);
        return shown == running ? carrier : shown;
    }

    public static boolean hasTwin(Thread thread) {
        return Twins.twinOf(thread) != null;
    }

    public static void join(Thread thread, long millis) throws InterruptedException {
        if (isActive(thread)) {
            noteJoin(thread);
            Twins.twinOf(thread).join(millis);
        }
    }

    public static boolean join(Thread thread, java.time.Duration duration) throws InterruptedException {
        return !isActive(thread) || Twins.twinOf(thread).join(duration);
    }

    private static void noteJoin(Thread thread) {
        Scheduler run = Scheduler.current();
        if (run != null && RunState.anyWatchesSteps()) {
            run.position().join(run.numberOf(Twins.twinOf(thread)));
        }
    }

    public static boolean alive(Thread thread) {
        return isActive(thread) && Twins.twinOf(thread).isAlive();
    }

    /** Whether the run of a thread that has a twin has not ended. */
    private static boolean isActive(Thread thread) {
        return !LeftOverThread.is(Twins.twinOf(thread));
    }

    public static void interrupt(Thread thread) {
        Twins.twinOf(thread).interrupt();
    }

    public static boolean isInterrupted(Thread thread) {
        return Twins.twinOf(thread).isInterrupted();
    }

    public static Thread.State threadState(Thread thread) {
        return isActive(thread) ? Twins.twinOf(thread).getState() : Thread.State.TERMINATED;
    }

    public static StackTraceElement[] getStackTrace(Thread thread) {
        return isActive(thread) ? Twins.twinOf(thread).getStackTrace() : new StackTraceElement[0];
    }

    public static Object getBlocker(Thread thread) {
        return LockSupport.getBlocker(Twins.twinOf(thread));
    }

    /** Replaces {@code LockSupport.unpark}. Returns true if it has been done. */
    public static boolean unpark(Thread thread) {
        noteWake(thread);
        Thread twin = Twins.twinOf(thread);
        if (twin != null) {
            LeftOverThread.beforeUnpark(twin);
            LockSupport.unpark(twin); // calls this method again, for the twin
            return true;
        }
        return SleepingThread.keepsPermitFor(thread);
    }

    private static void noteWake(Thread thread) {
        if (RunState.anyFindsRaces() && thread != null) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.noteWake(thread);
            }
        }
    }

    /** Called before a thread that waits for a monitor may be notified. */
    public static void expectNotification(Thread platform) {
        noteWake(platform);
        Thread twin = Twins.twinOf(platform);
        if (twin != null) {
            LeftOverThread.expectNotification(twin);
        }
    }

    /** Replaces {@code VirtualThread.sleepNanos}. Returns true if the thread has slept. */
    public static boolean sleep(long nanos) throws InterruptedException {
        if (nanos <= 0 || Scheduler.current() == null) {
            return false;
        }
        SleepingThread.sleep(nanos);
        return true;
    }

    /** A small id that is the same in every run, instead of the id from the JVM. */
    public static long threadId(Thread thread) {
        Scheduler run = Scheduler.current();
        return run == null ? thread.threadId() : run.state.threadId(Twins.asSeenByTheProgram(thread));
    }

    public static Thread[] getAllThreads(Thread[] real) {
        Scheduler run = Scheduler.current();
        return run == null ? real : Twins.platformThreads(run.started());
    }

    /** Replaces {@code Thread.getAllStackTraces} inside a run. */
    public static Map<Thread, StackTraceElement[]> getAllStackTraces() {
        return Twins.stackTraces(Scheduler.current().started());
    }

    /** Replaces {@code Unsafe.park}, which would block the driver, or the carrier of a left-over thread. */
    public static boolean park(boolean absolute, long time) {
        if (Scheduler.current() == null && currentThread() == Thread.currentThread()) {
            return false;
        }
        if (absolute) {
            LockSupport.parkUntil(time);
        } else if (time == 0) {
            LockSupport.park();
        } else {
            LockSupport.parkNanos(time);
        }
        return true;
    }

    /** Replaces {@code Unsafe.unpark}. Returns true if the thread has a twin, which has been unparked. */
    public static boolean unparked(Object thread) {
        return Twins.twinOf((Thread) thread) != null && unpark((Thread) thread);
    }

    /**
     * Called when a pinned thread waits: in a class initializer or below a native frame, it cannot leave the driver.
     */
    public static boolean pinned(boolean timed, long nanos) {
        Scheduler run = Scheduler.current();
        if (run == null) {
            return false;
        }
        run.state.noteUncontrolled(
                "thread '" + currentThread().getName() + "' waits in a class initializer or native method");
        if (!timed) {
            throw new IllegalStateException("thread '" + currentThread().getName()
                    + "' waits in a class initializer or native method, where virtual time cannot run another thread. "
                    + "Move the wait elsewhere.");
        }
        run.timers.pass(Math.max(0, nanos));
        return true;
    }

    // ---- state that the JDK keeps once per JVM

    public static boolean isInARun() {
        return Scheduler.current() != null;
    }

    public static String nextThreadName() {
        return Scheduler.current().state.nextThreadName();
    }

    public static AtomicInteger counter(AtomicInteger shared, int first) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : run.state.counter(shared, first);
    }

    public static AtomicLong counter(AtomicLong shared, long first) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : run.state.counter(shared, first);
    }

    /** A counter with a different start value for each thread, independent of the order of the threads. */
    public static AtomicInteger counterOfThread(AtomicInteger shared, int first) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : new AtomicInteger(first + run.numberOfRunning() * 0x9e3779b9);
    }

    public static AtomicLong counterOfThread(AtomicLong shared, long first) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : new AtomicLong(first + run.numberOfRunning() * 0x9e3779b97f4a7c15L);
    }

    public static int takePoolIds(int count) {
        return Scheduler.current().state.takePoolIds(count);
    }

    public static ForkJoinPool commonPool(ForkJoinPool shared) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : run.state.commonPool();
    }

    public static Executor commonPool(Executor shared) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : run.state.commonPool();
    }

    public static int availableProcessors(Runtime runtime) {
        return Scheduler.current() == null ? runtime.availableProcessors() : RunState.PROCESSORS;
    }

    public static Random shufflesBy(Random shared) {
        Scheduler run = Scheduler.current();
        return run == null ? shared : run.state.random();
    }

    public static double random() {
        Scheduler run = Scheduler.current();
        return run == null ? Math.random() : run.state.random().nextDouble();
    }

    /** Whether the body has ended and the remaining threads are interrupted. Their exceptions are ignored. */
    public static boolean isEnding() {
        Scheduler run = Scheduler.current();
        return run != null && run.state.isEnding();
    }

    // ---- operations that cannot be virtual

    /** Throws an exception for the operation {@code what} inside a run, unless real input and output are permitted. */
    public static void refuse(String what) {
        Scheduler run = Scheduler.current();
        if (run == null) {
            return;
        }
        run.state.noteUncontrolled(what);
        if (!run.state.isRealIoAllowed()) {
            throw new UnsupportedOperationException(what + " takes real time, which a virtual-time run cannot control. "
                    + "Replace it with something in memory, or permit it with allowRealIo().");
        }
    }

    public static void refuseIfStandardInput(FileInputStream file) throws IOException {
        if (Scheduler.current() != null && file.getFD() == FileDescriptor.in) {
            refuse("reading System.in");
        }
    }

    /** Polling a selector is permitted, and so is one without channels. Waiting for real channels takes real time. */
    public static void refuseIfWaiting(Selector selector, long timeout) {
        if (timeout != 0 || !selector.keys().isEmpty()) {
            refuse("selecting on a Selector");
        }
    }

    public static void parkForReal() {
        waitForReal(LockSupport::park);
    }

    public static void parkNanosForReal(long nanos) {
        waitForReal(() -> LockSupport.parkNanos(nanos));
    }

    private static void waitForReal(Runnable wait) {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.state.beginRealWait();
        }
        try {
            wait.run();
        } finally {
            if (run != null) {
                run.state.endRealWait();
            }
        }
    }

    public static void awaitForReal(Condition condition) throws InterruptedException {
        awaitNanosForReal(condition, Long.MAX_VALUE);
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    public static long awaitNanosForReal(Condition condition, long nanos) throws InterruptedException {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.state.beginRealWait();
        }
        try {
            return condition.awaitNanos(nanos);
        } finally {
            if (run != null) {
                run.state.endRealWait();
            }
        }
    }

    // ---- Flight Recorder events, which would have real timestamps

    /** A program may call this before it creates an event. */
    public static boolean isFlightRecorderInitialized() {
        Scheduler run = Scheduler.current();
        return run == null ? FlightRecorder.isInitialized() : run.observer().watchesEvents();
    }

    /** Whether {@code event} is a Flight Recorder event, and the run's observer wants events. */
    public static boolean isWatched(Object event) {
        Scheduler run = Scheduler.current();
        return run != null && event instanceof Event && run.observer().watchesEvents();
    }

    public static void begin(Object event) {
        Scheduler run = Scheduler.current();
        run.observer().began((Event) event, run.timers.now());
    }

    public static void commit(Object event) {
        Scheduler run = Scheduler.current();
        run.observer().committed((Event) event, run.timers.now());
    }

    /** The running thread passes a task to a pool. */
    public static void submitted() {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.observer().submitted(run.timers.now());
        }
    }

    /** The running thread, which belongs to a pool, begins a task. */
    public static void dequeued() {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.observer().dequeued(run.timers.now());
        }
    }

    /** A task of the running thread has failed. Does nothing for {@code null}. */
    public static void failed(Throwable failure) {
        Scheduler run = Scheduler.current();
        if (run != null && failure != null) {
            run.observer().failed(failure, run.timers.now());
        }
    }

    /** Called by the group of a thread without a handler of its own, and by those around that group. */
    public static void uncaught(Thread thread, Throwable exception) {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.state.noteUncaught(Twins.asSeenByTheProgram(thread), run.timers.now(), exception);
        }
    }

    /** A wait of the running thread was interrupted. Called while the exception is being created. */
    public static void interrupted() {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.observer().failed(INTERRUPTED, run.timers.now());
        }
    }

    /** Called at each backward jump of a loop, so that an endless loop ends with its run. */
    public static void loop() {
        if (RunState.anyIsOver()) {
            endIfOver();
        }
    }

    /** Called when a catch clause begins. */
    public static void caught() {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.caught();
        }
    }

    private static void endIfOver() {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.state.throwIfOver();
        }
    }
}
