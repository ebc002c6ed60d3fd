// says: Expected no line "Ariane: 0"
package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The countdown of a rocket, on an event loop: one number per pause, then the liftoff. */
final class Launch {
    static CompletionStage<Void> count(EventLoop loop, String name, int number, Duration pause) {
        IO.println(name + ": " + number);
        if (number == 0) {
            IO.println(name + ": liftoff");
            return CompletableFuture.completedFuture(null);
        }
        return loop.sleep(pause).thenCompose(x -> count(loop, name, number - 1, pause));
    }

    static void main() throws Exception {
        EventLoop.run(loop -> count(loop, "Ariane", 3, ofSeconds(1)));
    }
}
