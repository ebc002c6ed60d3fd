package sharedstate;

import java.util.ArrayList;
import java.util.concurrent.Phaser;

/** The gates of the stadium, each on a thread of its own. */
final class Gates {
    private Gates() {}

    /** Opens all gates at the same moment, calls {@code enter} for each visitor, and waits until all have entered. */
    static void open(int gates, int visitors, Runnable enter) throws InterruptedException {
        open(gates, () -> {
            for (int visitor = 0; visitor < visitors; visitor++) {
                enter.run();
            }
        });
    }

    /** Runs {@code gate} on a thread for each gate, and waits for all of them. */
    static void open(int gates, Runnable gate) throws InterruptedException {
        var opening = new Phaser(gates);
        var threads = new ArrayList<Thread>();
        for (int number = 1; number <= gates; number++) {
            threads.add(Thread.ofPlatform().name("Gate " + number).start(() -> {
                opening.arriveAndAwaitAdvance();
                gate.run();
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
