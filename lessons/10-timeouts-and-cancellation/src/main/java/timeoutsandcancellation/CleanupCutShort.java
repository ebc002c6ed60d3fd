package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** Wrong on purpose: the clean-up takes time, but it starts with the interrupt flag set, or is not awaited. */
record CleanupCutShort(Duration delay) implements Source {

    @Override
    public String fetch() throws InterruptedException {
        try {
            Thread.sleep(delay);
            return "the price is 42";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // too early: the next wait throws at once
            throw new CancellationException();
        } finally {
            Closing.close();
        }
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        return loop.sleep(delay)
                .thenApply(slept -> "the price is 42")
                .whenComplete((page, failure) -> Closing.closeOn(loop)); // nothing waits for this future
    }
}
