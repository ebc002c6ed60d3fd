package deadlocks;

import static java.time.Duration.ofMillis;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Wrong on purpose: a thread that holds the read lock takes the write lock, which waits for all readers. */
final class UpgradedReadLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Integer> rates = new HashMap<>();

    private int rate(String currency) throws InterruptedException {
        lock.readLock().lock();
        try {
            Thread.sleep(ofMillis(200));
            return rates.containsKey(currency) ? rates.get(currency) : load(currency);
        } finally {
            lock.readLock().unlock();
        }
    }

    private int load(String currency) {
        lock.writeLock().lock();
        try {
            rates.put(currency, 7);
            return 7;
        } finally {
            lock.writeLock().unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        Threads.named(args).run("customer", () -> IO.println(new UpgradedReadLock().rate("krona")));
    }
}
