package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The countdown of a rocket, on an event loop: one number per pause, then the liftoff. */
final class Launch {

    /** Prints the numbers from {@code number} down to 1, with a pause after each, and then the liftoff. */
    static CompletionStage<Void> count(EventLoop loop, String name, int number, Duration pause) {
        CompletionStage<Void> counted = CompletableFuture.completedFuture(null);
        for (int i = number; i > 0; i--) {
            String line = name + ": " + i;
            counted = counted.thenCompose(before -> {
                IO.println(line);
                return loop.sleep(pause);
            });
        }
        return counted.thenRun(() -> IO.println(name + ": liftoff"));
    }

    static void main() throws Exception {
        EventLoop.run(loop -> count(loop, "Ariane", 3, ofSeconds(1)));
    }
}
