// says: this is a future of a future, but a future of Void is needed
// says: needs thenCompose
package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lighthouses on one coast. Each flashes several times, and stays dark for a while after each flash. */
final class Lighthouses {

    record Lighthouse(String name, int flashes, Duration dark) {}

    /** Runs all lighthouses at the same time on one thread, and returns when the last pause has ended. */
    static void flashAll(List<Lighthouse> lighthouses) throws Exception {
        try (var loop = new EventLoop()) {
            var tasks = lighthouses.stream().map(each -> loop.createTask(each.name(), () -> flash(loop, each, 1)));
            loop.runUntilComplete(loop.gather(tasks.toList()));
        }
    }

    private static CompletionStage<Void> flash(EventLoop loop, Lighthouse lighthouse, int number) {
        IO.println(lighthouse.name() + ": flash " + number);
        if (number == lighthouse.flashes()) return loop.sleep(lighthouse.dark());
        return loop.sleep(lighthouse.dark()).thenApply(x -> flash(loop, lighthouse, number + 1));
    }

    static void main() throws Exception {
        flashAll(List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1))));
    }
}
