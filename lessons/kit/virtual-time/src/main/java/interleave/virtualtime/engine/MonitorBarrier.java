package interleave.virtualtime.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the JVM has made runnable every thread whose monitor was released. It does that on a thread of its own,
 * so that without a barrier the order would depend on how quick that thread is.
 *
 * <p>Two sentinels contend for a monitor of theirs: when the JVM has made the second one runnable, it has handled what
 * was released before. It takes its list in batches, last in first out, hence two round trips. The driver itself must
 * hold no monitor while it runs a virtual thread (the JVM would count it as that thread's), hence a holder thread.
 */
final class MonitorBarrier {
    /** One serves all runs, for only one run is on at a time. */
    static final MonitorBarrier ONLY = new MonitorBarrier();

    private final Object monitor = new Object();
    private final Sentinel holder = new Sentinel("holder", () -> {
        while (true) {
            synchronized (monitor) {
                Thread.yield();
            }
            Thread.yield();
        }
    });
    private final Sentinel waiter = new Sentinel("waiter", () -> {
        while (true) {
            synchronized (monitor) {
                // to have been here is all
            }
            Thread.yield();
        }
    });

    void settle() {
        roundTrip();
        roundTrip();
    }

    private void roundTrip() {
        holder.runOneSlice(); // enters the monitor
        waiter.runOneSlice(); // blocks on it
        holder.runOneSlice(); // leaves it: the JVM is to make the waiter runnable
        waiter.runOneSlice(); // when it has: enters and leaves
    }

    private static final class Sentinel {
        private volatile Runnable continuation;
        private volatile Thread driver;

        Sentinel(String name, Runnable body) {
            JdkInternals.virtualThreadsOn(this::submit)
                    .name("monitor-barrier-" + name)
                    .start(body);
        }

        private void submit(Runnable runnable) {
            continuation = runnable;
            LockSupport.unpark(driver);
        }

        void runOneSlice() {
            driver = Thread.currentThread();
            for (int spins = 0; continuation == null; spins++) {
                if (spins < 1000) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            Runnable slice = continuation;
            continuation = null;
            slice.run();
        }
    }
}
