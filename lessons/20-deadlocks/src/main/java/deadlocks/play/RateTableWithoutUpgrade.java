package deadlocks.play;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The rates of {@link RateTable}. The customer releases the read lock before taking the write lock. */
final class RateTableWithoutUpgrade {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock reading = lock.readLock();
    private final Lock writing = lock.writeLock();
    private int rate;

    void bank() {
        set(7);
    }

    void customer() {
        reading.lock();
        boolean isMissing = rate == 0;
        reading.unlock();
        if (isMissing) {
            estimate();
        }
    }

    private void estimate() {
        writing.lock();
        if (rate == 0) {
            rate = 6;
        }
        writing.unlock();
    }

    private void set(int value) {
        writing.lock();
        rate = value;
        writing.unlock();
    }
}
