// says: "Ariane: 2"
// says: attach the next number to the future of the pause
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
        if (number == 0) {
            IO.println(name + ": liftoff");
            return CompletableFuture.completedFuture(null);
        }
        IO.println(name + ": " + number);
        return count(loop, name, number - 1, pause).thenCompose(counted -> loop.sleep(pause));
    }

    static void main() throws Exception {
        EventLoop.run(loop -> count(loop, "Ariane", 3, ofSeconds(1)));
    }
}
