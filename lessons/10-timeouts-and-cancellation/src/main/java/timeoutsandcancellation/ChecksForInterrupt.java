package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** It computes, and checks after each step whether it should stop. The loop hands it to a thread. */
record ChecksForInterrupt(Duration work) implements Source {

    @Override
    public String fetch() throws InterruptedException {
        long end = System.nanoTime() + work.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait(); // stands for a step of the computation
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
        }
        IO.println("Computed");
        return "the price is 42";
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        return loop.toThread(this::fetch);
    }
}
