package deadlocks;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A transfer that cannot get its second lock gives way, and pauses for a random time. The limit doubles each time. */
public final class RandomBackoff implements Bank {
    private static final Duration FIRST_LIMIT = ofMillis(800);

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        long limit = FIRST_LIMIT.toMillis();
        while (!isDone(from, to, amount)) {
            IO.println(from.owner() + ": after you!");
            Thread.sleep(ThreadLocalRandom.current().nextLong(limit));
            limit *= 2;
        }
    }

    /** Returns false, and leaves both balances as they were, if another thread holds the lock of {@code to}. */
    private static boolean isDone(Account from, Account to, int amount) throws InterruptedException {
        from.lock.lock();
        try {
            from.add(-amount);
            if (!to.lock.tryLock()) {
                from.add(amount);
                return false;
            }
            try {
                to.add(amount);
                return true;
            } finally {
                to.lock.unlock();
            }
        } finally {
            from.lock.unlock();
        }
    }

    static void main(String[] args) throws InterruptedException {
        TwoTransfers.run(new RandomBackoff(), Threads.named(args));
    }
}
