package interleave.virtualtime.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits until every thread whose monitor was released is runnable. The JVM makes them runnable on a separate thread, so
 * without this barrier their order would depend on the speed of that thread.
 *
 * <p>Two sentinel threads contend for a monitor. When the JVM has made the second one runnable, it has also handled all
 * earlier releases. Two round trips are needed, because the JVM handles releases in batches, last in first out. The
 * driver must not hold a monitor while it runs a virtual thread, because the JVM would count it as held by that thread.
 * So a third thread holds it.
 */
final class MonitorBarrier {
    /** Shared by all runs, since only one run executes at a time. */
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
                // only enters and leaves
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
        holder.runOneSlice(); // leaves it, so the JVM makes the waiter runnable
        waiter.runOneSlice(); // waits until it is runnable, then enters and leaves
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
