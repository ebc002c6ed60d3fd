package sharedstate.play;

import static java.util.concurrent.Executors.newFixedThreadPool;

import java.util.concurrent.ExecutorService;

/** The shop of {@link TicketLoop}, which takes the ticket in the callback that checks. */
final class ReservingLoop {
    private final ExecutorService loop = newFixedThreadPool(1, task -> new Thread(task, "Loop"));
    private int left = 1;

    void anna() throws Exception {
        buy();
    }

    void ben() throws Exception {
        buy();
    }

    private void buy() throws Exception {
        if (loop.submit(() -> left > 0 && left-- > 0).get()) {
            pay();
        }
    }

    private void pay() {}

    boolean isBroken() {
        loop.close();
        return left < 0;
    }
}
