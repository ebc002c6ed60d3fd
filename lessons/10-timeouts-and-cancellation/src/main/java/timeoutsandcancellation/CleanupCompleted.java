package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The clean-up takes time, and the fetch ends only when it is complete. */
record CleanupCompleted(Duration delay) implements Source {

    @Override
    public String fetch() throws InterruptedException {
        try {
            Thread.sleep(delay);
            return "the price is 42";
        } finally {
            Closing.close(); // the flag is clear, because sleep has thrown
        }
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        CompletableFuture<String> page = loop.sleep(delay).thenApply(slept -> "the price is 42");
        return page.handle((value, failure) -> loop.shield(Closing.closeOn(loop)))
                .thenCompose(closing -> closing)
                .thenCompose(closed -> page);
    }
}
