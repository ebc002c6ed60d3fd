package debugging.office;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Prints tickets, in the order in which they are put into its tray. */
final class Printer {
    private static final int PLACES = 6;
    private static final Duration PRINT = ofMillis(300);

    /** Is notified of each printed ticket. */
    @FunctionalInterface
    interface Listener {
        void printed(Ticket ticket);
    }

    private final BlockingQueue<Ticket> tray = new ArrayBlockingQueue<>(PLACES);
    private final Listener listener;

    Printer(Listener listener) {
        this.listener = listener;
    }

    /** Puts a ticket into the tray, and waits for a free place if the tray is full. */
    void add(Ticket ticket) throws InterruptedException {
        tray.put(ticket);
    }

    /** Prints this many tickets. */
    void print(int tickets) throws InterruptedException {
        for (int i = 0; i < tickets; i++) {
            Ticket ticket = tray.take();
            Thread.sleep(PRINT);
            listener.printed(ticket);
        }
    }
}
