package deadlocks;

import static java.time.Duration.ofMillis;

import java.time.Duration;

/** Wrong on purpose: a transfer that cannot get its second lock gives way, and always pauses for the same time. */
public final class EqualPauses implements Bank {
    private static final Duration PAUSE = ofMillis(200);

    private final int attempts;

    /** Gives up after this many attempts. */
    public EqualPauses(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public void transfer(Account from, Account to, int amount) throws InterruptedException {
        int attempt = 1;
        while (!isDone(from, to, amount)) {
            IO.println(from.owner() + ": after you!");
            if (attempt++ == attempts) {
                throw new IllegalStateException("gave up after " + attempts + " attempts");
            }
            Thread.sleep(PAUSE);
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
        TwoTransfers.run(new EqualPauses(5), Threads.named(args));
    }
}
