package streams;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many more elements a subscriber accepts. Thread-safe. */
final class Demand {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long left;
    private boolean invalid;

    /** Adds {@code count}, up to {@link Long#MAX_VALUE}, which means no limit. Less than one is an error. */
    void add(long count) {
        lock.lock();
        try {
            if (count < 1) {
                invalid = true;
            } else {
                left = left + count < 0 ? Long.MAX_VALUE : left + count;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is demand, and reduces it by one.
     *
     * @throws IllegalArgumentException if less than one was added
     */
    void take() throws InterruptedException {
        lock.lock();
        try {
            while (left == 0 && !invalid) {
                changed.await();
            }
            if (invalid) {
                throw new IllegalArgumentException("rule 3.9: the argument of request must be at least 1");
            }
            left--;
        } finally {
            lock.unlock();
        }
    }
}
