package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** A player asks for the high scores, and leaves the game after 300 ms. The next player needs the same thread. */
final class Departure {
    private Departure() {}

    /** Hands the query of one player over to the pool. */
    interface HandOver {
        CompletionStage<String> query(EventLoop loop);
    }

    static void run(HandOver handOver) throws Exception {
        EventLoop.run(loop -> {
            var first = loop.timeout(ofMillis(300), handOver.query(loop)).exceptionally(left -> "the player has left");
            var second = handOver.query(loop);
            return loop.gather(
                    first.thenAccept(answer -> IO.println("First: " + answer)),
                    second.thenAccept(answer -> IO.println("Second: " + answer)));
        });
    }

    /** Takes a second. */
    static String query() {
        try {
            Thread.sleep(ofSeconds(1));
            return "here are the high scores";
        } catch (InterruptedException stopped) {
            IO.println("Query interrupted");
            throw new CancellationException();
        }
    }
}
