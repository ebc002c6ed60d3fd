package sharedstate;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** What every version of {@link BoxOffice} runs: three customers want the last ticket, and one card is declined. */
public final class Evening {

    /** Creates a version. */
    public interface Version {
        /** A box office with tickets to sell. */
        BoxOffice create(EventLoop loop, BoxOffice.Bank bank, int tickets);
    }

    private Evening() {}

    /** Sells on a loop of its own, and prints who gets a ticket. */
    public static void run(Version version) throws Exception {
        EventLoop.run(loop -> {
            BoxOffice office = version.create(loop, Evening::charge, 1);
            return loop.gather(
                            customer(loop, office, "Anna", 0),
                            customer(loop, office, "Ben", 200),
                            customer(loop, office, "Carla", 400))
                    .thenAccept(served -> IO.println("Tickets left: " + office.left()));
        });
    }

    private static CompletableFuture<Void> customer(EventLoop loop, BoxOffice office, String name, int millis) {
        return loop.createTask(
                name,
                () -> loop.sleep(ofMillis(millis))
                        .thenCompose(arrived -> office.buy(name))
                        .thenAccept(sold -> IO.println(name + (sold ? ": sold" : ": not sold"))));
    }

    /** The bank takes a second, and declines Anna's card. */
    private static CompletableFuture<Boolean> charge(EventLoop loop, String customer) {
        return loop.sleep(ofSeconds(1)).thenApply(answered -> !customer.equals("Anna"));
    }
}
