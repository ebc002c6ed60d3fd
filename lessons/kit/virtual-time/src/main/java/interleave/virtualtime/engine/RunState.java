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

/** What a run has of its own where the JDK keeps one for the whole JVM: counters, random numbers, the common pool. */
final class RunState {
    /** As many on every machine, so that a run is the same everywhere. */
    static final int PROCESSORS = 4;

    /** What the first thread asked for its number gets; a real JVM's main thread has 3, and others come after 20. */
    private static final long FIRST_THREAD_ID = 3;

    private static volatile boolean someAreOver;

    private final Map<Object, Object> counters = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Thread, Long> threadIds = Collections.synchronizedMap(new WeakHashMap<>());
    private final Random random = new Random(42);
    private final List<String> uncontrolled = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger poolIds = new AtomicInteger();
    private final AtomicInteger threadNames = new AtomicInteger();
    private final boolean realIoAllowed;
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

    int takePoolIds(int how) {
        return poolIds.getAndAdd(how);
    }

    String nextThreadName() {
        return "Thread-" + threadNames.getAndIncrement();
    }

    /** Made by a thread of the run, so that its workers belong to the run. */
    synchronized ForkJoinPool commonPool() {
        if (commonPool == null) {
            commonPool = JdkInternals.newCommonPool(PROCESSORS - 1);
        }
        return commonPool;
    }

    void beginEnding() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** The run has taken too long: whoever still runs in it is to stop. */
    void giveUp() {
        over = true;
        someAreOver = true;
    }

    boolean isOver() {
        return over;
    }

    void throwIfOver() {
        if (over) {
            throw new RunIsOver();
        }
    }

    /** A glance that costs nothing, for loops; a run that is given up is rare. */
    static boolean someAreOver() {
        return someAreOver;
    }

    void beginRealWait() {
        realWaits.incrementAndGet();
    }

    void endRealWait() {
        realWaits.decrementAndGet();
    }

    /** Whether somebody waits for what happens in real time. */
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
