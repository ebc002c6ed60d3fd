package sharedstate.play;

import static java.util.concurrent.Executors.newFixedThreadPool;

import java.util.concurrent.ExecutorService;

/** Two customers want the last ticket. Only callbacks on the one thread of a loop use {@code left}. */
final class TicketLoop {
    private final ExecutorService loop = newFixedThreadPool(1, task -> new Thread(task, "Loop"));
    private int left = 1;

    void anna() throws Exception {
        buy();
    }

    void ben() throws Exception {
        buy();
    }

    private void buy() throws Exception {
        if (loop.submit(() -> left > 0).get()) {
            pay();
            loop.submit(() -> left--).get();
        }
    }

    private void pay() {}

    boolean isBroken() {
        loop.close();
        return left < 0;
    }
}
