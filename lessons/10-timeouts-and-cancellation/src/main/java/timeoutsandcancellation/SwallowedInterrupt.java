package timeoutsandcancellation;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Wrong on purpose: it catches the request to stop, and continues. {@link SlowSource} lets the exception through. */
record SwallowedInterrupt(Duration delay) implements Source {
    private static final Duration POLLING_INTERVAL = ofMillis(500);

    @Override
    public String fetch() {
        long end = System.nanoTime() + delay.toNanos();
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(POLLING_INTERVAL);
            } catch (InterruptedException ignored) {
                IO.println("Interrupt ignored");
            }
        }
        return response();
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        return poll(loop, System.nanoTime() + delay.toNanos());
    }

    private static CompletionStage<String> poll(EventLoop loop, long end) {
        return loop.sleep(POLLING_INTERVAL)
                .exceptionally(ignored -> {
                    IO.println("Cancellation ignored");
                    return null;
                })
                .thenCompose(slept -> System.nanoTime() < end ? poll(loop, end) : loop.completed(response()));
    }

    private static String response() {
        IO.println("Response received");
        return "the price is 42";
    }
}
