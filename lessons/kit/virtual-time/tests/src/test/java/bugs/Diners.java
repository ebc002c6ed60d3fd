package bugs;

import java.util.concurrent.locks.ReentrantLock;

/** Diners at a round table take the fork on their left, then the one on their right. */
record Diners(int count) implements Bug {
    @Override
    public void wrong() throws Exception {
        dine(false);
    }

    @Override
    public void right() throws Exception {
        dine(true);
    }

    private void dine(boolean lowerForkFirst) throws Exception {
        var forks = new ReentrantLock[count];
        for (int i = 0; i < count; i++) {
            forks[i] = new ReentrantLock();
        }
        var bodies = new Runnable[count];
        for (int i = 0; i < count; i++) {
            int left = i;
            int right = (i + 1) % count;
            bodies[i] = lowerForkFirst && right < left
                    ? () -> eat(forks[right], forks[left])
                    : () -> eat(forks[left], forks[right]);
        }
        Threads.run(bodies);
    }

    private static void eat(ReentrantLock first, ReentrantLock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    @Override
    public String toString() {
        return "Diners " + count;
    }
}
