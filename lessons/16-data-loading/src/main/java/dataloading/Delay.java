package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** How simulated work spends its time: it waits, or it computes on a core. */
interface Delay {

    /** Waits, as for storage or a network. Any number of loaders can wait at the same time. */
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

    /** Spends this much time. */
    void spend(Duration time) throws InterruptedException;

    /** Like {@link #spend}, without blocking the loop. */
    CompletionStage<Void> spendOn(EventLoop loop, Duration time);
}
