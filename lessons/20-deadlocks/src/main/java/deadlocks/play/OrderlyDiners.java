package deadlocks.play;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The diners of {@link PoliteDiners}. Both take the fork first. */
final class OrderlyDiners {
    private final ReentrantLock fork = new ReentrantLock();
    private final ReentrantLock knife = new ReentrantLock();
    private final AtomicInteger meals = new AtomicInteger();

    void anna() {
        if (!eat(fork, knife)) {
            eat(fork, knife);
        }
    }

    void ben() {
        if (!eat(fork, knife)) {
            eat(fork, knife);
        }
    }

    private boolean eat(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            return second.tryLock() && eatWith(second);
        } finally {
            first.unlock();
        }
    }

    private boolean eatWith(ReentrantLock second) {
        try {
            return meals.incrementAndGet() > 0;
        } finally {
            second.unlock();
        }
    }

    boolean isBroken() {
        return meals.get() == 0;
    }
}
