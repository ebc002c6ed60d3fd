package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A server that responds after {@code delay}. The connection is closed in any case. */
public record SlowSource(Duration delay) implements Source {

    @Override
    public String fetch() throws InterruptedException {
        IO.println("Connection opened");
        try {
            Thread.sleep(delay);
            return response();
        } finally {
            IO.println("Connection closed");
        }
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        IO.println("Connection opened");
        return loop.sleep(delay)
                .thenApply(slept -> response())
                .whenComplete((page, failure) -> IO.println("Connection closed"));
    }

    private static String response() {
        IO.println("Response received");
        return "the price is 42";
    }
}
