package blockingtheloop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock that another thread holds for a while. */
final class HeldLock {

    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch held = new CountDownLatch(1);

    private HeldLock() {}

    static HeldLock heldFor(Duration time) throws InterruptedException {
        var heldLock = new HeldLock();
        Thread.ofVirtual().name("holder").start(() -> heldLock.hold(time));
        heldLock.held.await();
        return heldLock;
    }

    private void hold(Duration time) {
        lock.lock();
        try {
            held.countDown();
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the lock, and can be interrupted, unlike {@code lock()} and {@code synchronized}. */
    String use(Supplier<String> action) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
