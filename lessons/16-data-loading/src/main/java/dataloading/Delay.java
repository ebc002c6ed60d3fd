package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What simulated work needs while it takes its time. */
interface Delay {

    /** Waits, for storage or for a network: any number of loaders can do that at the same time. */
    Delay WAITING = new Delay() {
        @Override
        public void spend(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }

        @Override
        public CompletionStage<Void> spendOn(EventLoop loop, Duration time) {
            return loop.sleep(time);
        }
    };

    /** Takes this much time. */
    void spend(Duration time) throws InterruptedException;

    /** As {@link #spend}, without blocking the loop. */
    CompletionStage<Void> spendOn(EventLoop loop, Duration time);
}
