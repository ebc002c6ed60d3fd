package deadlocks.play;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A bank publishes a rate. A customer who comes too early stores an estimate. */
final class RateTable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock reading = lock.readLock();
    private final Lock writing = lock.writeLock();
    private int rate;

    void bank() {
        set(7);
    }

    void customer() {
        reading.lock();
        try {
            if (rate == 0) {
                set(6);
            }
        } finally {
            reading.unlock();
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
