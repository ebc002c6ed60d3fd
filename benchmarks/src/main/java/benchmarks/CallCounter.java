package benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A callback that counts its calls, on one thread only, the loop's: a call lost or made at the same time is missed. */
final class CallCounter implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private int left;

    CallCounter(int calls) {
        left = calls;
    }

    @Override
    public void run() {
        if (--left == 0) {
            done.countDown();
        }
    }

    /** Waits until all calls have been made, and fails when they have not been after a while. */
    void await() throws InterruptedException {
        if (!done.await(Rota.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("a loop has lost " + left + " callbacks");
        }
    }
}
