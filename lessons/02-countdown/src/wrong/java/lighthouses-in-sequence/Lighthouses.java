// says: South waited until North had ended
// says: before you wait for one
package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lighthouses on one coast. Each flashes several times, and stays dark for a while after each flash. */
final class Lighthouses {

    record Lighthouse(String name, int flashes, Duration dark) {}

    static void flashAll(List<Lighthouse> lighthouses) throws Exception {
        try (var loop = new EventLoop()) {
            for (var each : lighthouses) loop.runUntilComplete(flash(loop, each, 1));
        }
    }

    private static CompletionStage<Void> flash(EventLoop loop, Lighthouse lighthouse, int number) {
        IO.println(lighthouse.name() + ": flash " + number);
        return loop.sleep(lighthouse.dark())
                .thenCompose(x ->
                        number < lighthouse.flashes() ? flash(loop, lighthouse, number + 1) : loop.completed(null));
    }

    static void main() throws Exception {
        flashAll(List.of(new Lighthouse("North", 3, ofSeconds(2)), new Lighthouse("South", 4, ofSeconds(1))));
    }
}
