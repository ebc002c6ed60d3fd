package timeoutsandcancellation;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Closes a connection in half a second: it says goodbye, and waits until the server has answered. */
final class Closing {
    private static final Duration GOODBYE = ofMillis(500);

    private Closing() {}

    static void close() throws InterruptedException {
        IO.println("Closing the connection");
        Thread.sleep(GOODBYE);
        IO.println("Connection closed");
    }

    static CompletableFuture<Void> closeOn(EventLoop loop) {
        IO.println("Closing the connection");
        return loop.sleep(GOODBYE).thenRun(() -> IO.println("Connection closed"));
    }
}
