// says: Expected "Hello?" at 1 s at the earliest
// says: stands for work
package eventloop;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** You wash plates, and answer the phone when it rings. Both run on one event loop, as you have one pair of hands. */
final class Dishes {
    static void wash(EventLoop loop, int plate, int last, CompletableFuture<Void> done) {
        loop.sleep(Duration.ofSeconds(1)).thenRun(() -> {
            IO.println("Plate " + plate + " is clean");
            if (plate == last) done.complete(null);
            else wash(loop, plate + 1, last, done);
        });
    }

    /** Washes one plate. The sleep stands for 1 s of work, during which you can do nothing else. */
    private static void scrub(int plate) {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        IO.println("Plate " + plate + " is clean");
    }

    /** Washes {@code plates} plates. The phone rings after {@code ring}. */
    static void evening(int plates, Duration ring) throws Exception {
        EventLoop.run(loop -> {
            var done = new CompletableFuture<Void>();
            var phone = loop.sleep(ring).thenRun(() -> IO.println("Hello?"));
            wash(loop, 1, plates, done);
            return phone.thenCompose(answered -> done);
        });
    }

    static void main() throws Exception {
        evening(5, ofMillis(500));
    }
}
