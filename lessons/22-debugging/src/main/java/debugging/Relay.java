package debugging;

import java.util.concurrent.Semaphore;

/** A relay race on virtual threads. There is one baton, so only one runner runs at a time. */
public final class Relay {
    private static final int RUNNERS = 1_000;

    private final Semaphore[] turns = new Semaphore[RUNNERS];

    private Relay() {
        for (int i = 0; i < RUNNERS; i++) {
            turns[i] = new Semaphore(0);
        }
    }

    /** Runs until the program is stopped. */
    static void main() throws InterruptedException {
        var relay = new Relay();
        var runners = new Thread[RUNNERS];
        for (int i = 0; i < RUNNERS; i++) {
            int number = i;
            runners[i] = Threads.VIRTUAL.start("runner-" + number, () -> relay.race(number));
        }
        relay.turns[0].release();
        IO.println("The race has started");
        for (Thread runner : runners) {
            runner.join();
        }
    }

    private void race(int number) throws InterruptedException {
        while (true) {
            turns[number].acquire();
            run();
            turns[(number + 1) % RUNNERS].release();
        }
    }

    /** Only the runner with the baton is in this method. */
    private void run() throws InterruptedException {
        Thread.sleep(1);
    }
}
