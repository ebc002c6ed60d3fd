package benchmarks.peers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A callback that counts its calls without synchronization, because a loop calls it on one thread. A lost call, or two
 * calls at the same time, leave the count too high.
 */
public final class CallCounter implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private int left;

    public CallCounter(int calls) {
        left = calls;
    }

    @Override
    public void run() {
        if (--left == 0) {
            done.countDown();
        }
    }

    /** Waits until all calls have been made, and fails when some are still missing after a while. */
    public void await() throws InterruptedException {
        await(RunningLoop.TIMEOUT);
    }

    void await(Duration timeout) throws InterruptedException {
        if (!done.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The loop lost " + left + " callbacks");
        }
    }
}
