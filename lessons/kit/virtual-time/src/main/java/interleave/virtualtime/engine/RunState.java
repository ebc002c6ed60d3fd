package interleave.virtualtime.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** State of one run that the JDK keeps once per JVM: counters, random numbers, the common pool. */
final class RunState {
    /** The same on every machine, so that a run is the same everywhere. */
    static final int PROCESSORS = 4;

    /** The id of the first thread whose id is read. In a real JVM the main thread has 3, and others more than 20. */
    private static final long FIRST_THREAD_ID = 3;

    private static volatile boolean anyIsOver;
    private static volatile boolean anyWatchesCalls;
    private static volatile boolean anyWatchesSteps;
    private static volatile boolean anyFindsRaces;

    private final Map<Object, Object> counters = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Thread, Long> threadIds = Collections.synchronizedMap(new WeakHashMap<>());
    private final Random random = new Random(42);
    private final List<String> uncontrolled = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger poolIds = new AtomicInteger();
    private final AtomicInteger threadNames = new AtomicInteger();
    private final boolean realIoAllowed;
    private final UncaughtExceptions uncaught = new UncaughtExceptions();
    private ForkJoinPool commonPool;
    private final AtomicInteger realWaits = new AtomicInteger();
    private volatile boolean ending;
    private volatile boolean over;

    RunState(boolean realIoAllowed) {
        this.realIoAllowed = realIoAllowed;
    }

    AtomicInteger counter(AtomicInteger shared, int first) {
        return (AtomicInteger) counters.computeIfAbsent(shared, own -> new AtomicInteger(first));
    }

    AtomicLong counter(AtomicLong shared, long first) {
        return (AtomicLong) counters.computeIfAbsent(shared, own -> new AtomicLong(first));
    }

    Random random() {
        return random;
    }

    long threadId(Thread thread) {
        return threadIds.computeIfAbsent(thread, first -> FIRST_THREAD_ID + threadIds.size());
    }

    int takePoolIds(int count) {
        return poolIds.getAndAdd(count);
    }

    String nextThreadName() {
        return "Thread-" + threadNames.getAndIncrement();
    }

    /** Created by a thread of the run, so that its workers belong to the run. */
    synchronized ForkJoinPool commonPool() {
        if (commonPool == null) {
            commonPool = JdkInternals.newCommonPool();
        }
        return commonPool;
    }

    void beginEnding() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** Stops all threads of the run, because it exceeded its time limit. */
    void giveUp() {
        over = true;
        anyIsOver = true;
    }

    boolean isOver() {
        return over;
    }

    void throwIfOver() {
        if (over) {
            throw new RunIsOver();
        }
    }

    /** A cheap check for loops: whether any run of this JVM has been stopped. */
    static boolean anyIsOver() {
        return anyIsOver;
    }

    /** A thread without a handler of its own has failed. Ignored once the run is being stopped. */
    void noteUncaught(Thread thread, long nanos, Throwable exception) {
        if (!ending && !over) {
            uncaught.add(thread, nanos, exception);
        }
    }

    UncaughtExceptions uncaught() {
        return uncaught;
    }

    /** Sets whether the run that is about to start needs to know of calls of the program's methods. */
    static void watchCalls(boolean watches) {
        anyWatchesCalls = watches;
    }

    static boolean anyWatchesCalls() {
        return anyWatchesCalls;
    }

    /** Sets whether the run that is about to start needs to know the monitors of its threads. */
    static void watchSteps(boolean watches) {
        anyWatchesSteps = watches;
    }

    static boolean anyWatchesSteps() {
        return anyWatchesSteps;
    }

    /** Sets whether the run that is about to start looks for data races. */
    static void findRaces(boolean finds) {
        anyFindsRaces = finds;
    }

    static boolean anyFindsRaces() {
        return anyFindsRaces;
    }

    /** The objects of the engine that threads of the run use. */
    Object[] shared() {
        return new Object[] {counters, threadIds, uncontrolled, poolIds, threadNames, realWaits};
    }

    void beginRealWait() {
        realWaits.incrementAndGet();
    }

    void endRealWait() {
        realWaits.decrementAndGet();
    }

    /** Whether a thread waits for an event in real time. */
    boolean waitsForReal() {
        return realWaits.get() > 0;
    }

    boolean isRealIoAllowed() {
        return realIoAllowed;
    }

    void noteUncontrolled(String what) {
        if (!uncontrolled.contains(what)) {
            uncontrolled.add(what);
        }
    }

    List<String> uncontrolled() {
        return List.copyOf(uncontrolled);
    }
}
