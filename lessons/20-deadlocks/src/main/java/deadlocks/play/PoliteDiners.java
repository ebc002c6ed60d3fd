package deadlocks.play;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Two diners need a fork and a knife. A diner who does not get both puts the first one back, and tries again. */
final class PoliteDiners {
    private final ReentrantLock fork = new ReentrantLock();
    private final ReentrantLock knife = new ReentrantLock();
    private final AtomicInteger meals = new AtomicInteger();

    void anna() {
        if (!eat(fork, knife)) {
            eat(fork, knife);
        }
    }

    void ben() {
        if (!eat(knife, fork)) {
            eat(knife, fork);
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
