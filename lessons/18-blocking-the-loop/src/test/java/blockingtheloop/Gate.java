package blockingtheloop;

import java.util.concurrent.CountDownLatch;

/** Holds one thread inside a call until a test opens it. */
final class Gate {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Waits until the test opens the gate, even if the thread is interrupted. */
    void pass() {
        entered.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                opened.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitEntered() throws InterruptedException {
        entered.await();
    }

    void open() {
        opened.countDown();
    }
}
