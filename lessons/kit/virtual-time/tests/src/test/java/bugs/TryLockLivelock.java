package bugs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads take two locks in opposite orders, and both give way, again and again. */
final class TryLockLivelock implements Bug {
    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();
    private final AtomicInteger gaveWay = new AtomicInteger();

    @Override
    public void wrong() throws Exception {
        var table = new TryLockLivelock();
        Threads.run(() -> table.eat(table.left, table.right), () -> table.eat(table.right, table.left));
        Threads.check(table.gaveWay.get() < 2, "both gave way");
    }

    @Override
    public void right() throws Exception {
        var table = new TryLockLivelock();
        Threads.run(() -> table.eat(table.left, table.right), () -> table.eat(table.left, table.right));
        Threads.check(table.gaveWay.get() < 2, "both gave way");
    }

    private void eat(ReentrantLock first, ReentrantLock second) {
        first.lock();
        if (second.tryLock()) {
            second.unlock();
        } else {
            gaveWay.incrementAndGet();
        }
        first.unlock();
    }
}
