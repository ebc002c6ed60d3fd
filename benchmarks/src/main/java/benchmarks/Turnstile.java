package benchmarks;

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

/** A semaphore that a thousand virtual threads pass ten times each, one permit for a hundred of them. */
@State(Scope.Benchmark)
public class Turnstile {
    static final int THREADS = 1_000;
    static final int PASSES_EACH = 10;
    static final int PASSES = THREADS * PASSES_EACH;

    /** Who is let in next. */
    public enum Fairness {
        /** Who has waited longest. */
        FAIR,
        /** Who comes first, and that is mostly who need not be woken. */
        UNFAIR
    }

    @Param
    public Fairness fairness;

    @Param("10")
    public int permits;

    private Semaphore semaphore = new Semaphore(0);

    @Setup(Level.Trial)
    public void install() {
        semaphore = new Semaphore(permits, fairness == Fairness.FAIR);
    }

    /** Returns how many times somebody has passed. */
    int letAllPass() throws InterruptedException {
        List<Callable<Integer>> visitors = Collections.nCopies(THREADS, this::pass);
        int passes = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visit : threads.invokeAll(visitors)) {
                passes += visit.resultNow();
            }
        }
        if (passes != PASSES || semaphore.availablePermits() != permits) {
            throw new AssertionError(passes + " of " + PASSES + " have passed, and " + semaphore.availablePermits()
                    + " of " + permits + " permits are left");
        }
        return passes;
    }

    private int pass() throws InterruptedException {
        for (int pass = 0; pass < PASSES_EACH; pass++) {
            semaphore.acquire();
            try {
                Thread.yield(); // something takes time while one is in, or nobody would ever wait
            } finally {
                semaphore.release();
            }
        }
        return PASSES_EACH;
    }
}
