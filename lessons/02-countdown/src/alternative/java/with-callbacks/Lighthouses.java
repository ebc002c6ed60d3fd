package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lighthouses on one coast. Each flashes several times, and stays dark for a while after each flash. */
final class Lighthouses {

    record Lighthouse(String name, int flashes, Duration dark) {}

    /** Runs all lighthouses at the same time on one thread, and returns when the last pause has ended. */
    static void flashAll(List<Lighthouse> lighthouses) throws Exception {
        try (var loop = new EventLoop()) {
            var tasks = lighthouses.stream().map(each -> loop.createTask(each.name(), () -> flashes(loop, each)));
            loop.runUntilComplete(loop.gather(tasks.toList()));
        }
    }

    private static CompletionStage<Void> flashes(EventLoop loop, Lighthouse lighthouse) {
        var done = new CompletableFuture<Void>();
        flash(loop, lighthouse, 1, done);
        return done;
    }

    /** Prints one flash, and requests a callback for the next one. The last callback completes the future. */
    private static void flash(EventLoop loop, Lighthouse lighthouse, int number, CompletableFuture<Void> done) {
        if (number > lighthouse.flashes()) {
            done.complete(null);
            return;
        }
        IO.println(lighthouse.name() + ": flash " + number);
        loop.sleep(lighthouse.dark()).thenRun(() -> flash(loop, lighthouse, number + 1, done));
    }

    static void main() throws Exception {
        flashAll(List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1))));
    }
}
