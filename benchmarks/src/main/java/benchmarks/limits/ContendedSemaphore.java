package benchmarks.limits;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A semaphore that a thousand virtual threads acquire ten times each, with one permit for a hundred threads. */
@State(Scope.Benchmark)
public class ContendedSemaphore {
    static final int THREADS = 1_000;
    static final int ACQUISITIONS_EACH = 10;
    static final int ACQUISITIONS = THREADS * ACQUISITIONS_EACH;

    /** Which waiting thread gets a permit. */
    public enum Fairness {
        /** The one that has waited longest. */
        FAIR,
        /** Any thread that is running, before those that would have to be woken. */
        UNFAIR
    }

    @Param
    public Fairness fairness;

    @Param("10")
    public int permits;

    private Semaphore semaphore = new Semaphore(0);

    @Setup(Level.Trial)
    public void create() {
        semaphore = new Semaphore(permits, fairness == Fairness.FAIR);
    }

    /** Returns how many times the semaphore was acquired. */
    int acquireAll() throws InterruptedException {
        List<Callable<Integer>> workers = Collections.nCopies(THREADS, this::acquireRepeatedly);
        int acquired = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker : threads.invokeAll(workers)) {
                acquired += worker.resultNow();
            }
        }
        if (acquired != ACQUISITIONS || semaphore.availablePermits() != permits) {
            throw new AssertionError("Expected " + ACQUISITIONS + " acquisitions and " + permits
                    + " free permits, but saw " + acquired + " and " + semaphore.availablePermits());
        }
        return acquired;
    }

    private int acquireRepeatedly() throws InterruptedException {
        for (int count = 0; count < ACQUISITIONS_EACH; count++) {
            semaphore.acquire();
            try {
                Thread.yield(); // lets others run while the permit is held, so that they have to wait
            } finally {
                semaphore.release();
            }
        }
        return ACQUISITIONS_EACH;
    }
}
