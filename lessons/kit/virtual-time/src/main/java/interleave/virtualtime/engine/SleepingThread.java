package interleave.virtualtime.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps without changing the parking permit of the thread. A virtual thread sleeps by parking, which would leave a
 * permit that no other thread granted; a platform thread does not do that.
 */
final class SleepingThread {
    private static final Map<Thread, SleepingThread> ASLEEP = new ConcurrentHashMap<>();

    /** Whether a permit was there before, or has been granted since. */
    private volatile boolean permit;

    private SleepingThread() {}

    /** Puts the current thread, which is virtual, to sleep. */
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

    /** If {@code thread} sleeps, stores its permit until it wakes, and returns true. */
    static boolean keepsPermitFor(Thread thread) {
        SleepingThread sleep = ASLEEP.isEmpty() || thread == null ? null : ASLEEP.get(thread);
        if (sleep == null) {
            return false;
        }
        sleep.permit = true;
        return true;
    }

    /** The object of the engine that threads use when they sleep. */
    static Object shared() {
        return ASLEEP;
    }

    /** Forgets a thread of a run that is over. */
    static void discard(Thread thread) {
        ASLEEP.remove(thread);
    }
}
