package interleave.virtualtime.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeping without touching the thread's parking permit. {@code VirtualThread} sleeps by parking, and leaves a permit
 * behind that nobody gave; a platform thread does not.
 */
final class SleepingThread {
    private static final Map<Thread, SleepingThread> ASLEEP = new ConcurrentHashMap<>();

    /** Whether a permit was there before, or has been given meanwhile. */
    private volatile boolean permit;

    private SleepingThread() {}

    /** Lets the current thread, which is virtual, sleep. */
    static void sleep(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread thread = Thread.currentThread();
        var sleep = new SleepingThread();
        sleep.permit = JdkInternals.takePermit(thread);
        ASLEEP.put(thread, sleep);
        try {
            LockSupport.parkNanos(nanos);
        } finally {
            ASLEEP.remove(thread);
            JdkInternals.setPermit(thread, sleep.permit);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** True when {@code thread} is asleep; it gets its permit when it wakes. */
    static boolean keepsPermitFor(Thread thread) {
        SleepingThread sleep = ASLEEP.isEmpty() || thread == null ? null : ASLEEP.get(thread);
        if (sleep == null) {
            return false;
        }
        sleep.permit = true;
        return true;
    }

    /** A run is over: what it left never wakes. */
    static void discard(Thread thread) {
        ASLEEP.remove(thread);
    }
}
