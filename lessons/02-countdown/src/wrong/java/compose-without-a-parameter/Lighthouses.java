// says: thenCompose hands over what came out: write x -> ...
package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lighthouses on one coast: each flashes a few times, and is dark for a while after each flash. */
final class Lighthouses {

    record Lighthouse(String name, int flashes, Duration dark) {}

    /** Lets all flash at the same time, on one thread, and comes back when the last is dark. */
    static void flashAll(List<Lighthouse> lighthouses) throws Exception {
        try (var loop = new EventLoop()) {
            var tasks = lighthouses.stream().map(each -> loop.createTask(each.name(), () -> flash(loop, each, 1)));
            loop.runUntilComplete(loop.gather(tasks.toList()));
        }
    }

    /** The flash with this number, the dark that follows it, and all flashes after that. */
    private static CompletionStage<Void> flash(EventLoop loop, Lighthouse lighthouse, int number) {
        IO.println(lighthouse.name() + ": flash " + number);
        // TODO: this is one flash, and the dark after it. Let the others follow!
        return loop.sleep(lighthouse.dark()).thenCompose(() -> flash(loop, lighthouse, number + 1));
    }

    static void main() throws Exception {
        flashAll(List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1))));
    }
}
