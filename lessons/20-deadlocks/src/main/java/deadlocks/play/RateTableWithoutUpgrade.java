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
        if (isMissing()) {
            estimate();
        }
    }

    private boolean isMissing() {
        reading.lock();
        try {
            return rate == 0;
        } finally {
            reading.unlock();
        }
    }

    private void estimate() {
        writing.lock();
        try {
            if (rate == 0) {
                rate = 6;
            }
        } finally {
            writing.unlock();
        }
    }

    private void set(int value) {
        writing.lock();
        try {
            rate = value;
        } finally {
            writing.unlock();
        }
    }
}
