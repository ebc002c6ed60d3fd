package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Wrong on purpose: it computes, and never checks whether it should stop. On the loop, it also blocks the loop. */
record NeverChecks(Duration work) implements Source {

    @Override
    public String fetch() {
        long end = System.nanoTime() + work.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait(); // stands for a step of the computation
        }
        IO.println("Computed");
        return "the price is 42";
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        return loop.completed(fetch());
    }
}
