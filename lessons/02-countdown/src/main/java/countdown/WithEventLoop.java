package countdown;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs all countdowns on one thread, on a loop that is created, run and closed by hand, as in the article. */
public final class WithEventLoop implements Counter {

    @Override
    public void countDown(List<Countdown> countdowns, Duration pause) throws Exception {
        var loop = new EventLoop();
        try {
            var tasks = countdowns.stream()
                    .map(countdown -> loop.createTask(
                            countdown.name(), () -> count(loop, countdown.name(), countdown.from(), pause)));
            loop.runUntilComplete(loop.gather(tasks.toList()));
        } finally {
            loop.close();
        }
    }

    /** A loop with a wait in its body, written as a method that is called again after each wait. */
    private static CompletionStage<Void> count(EventLoop loop, String name, int number, Duration pause) {
        if (number == 0) {
            return CompletableFuture.completedFuture(null);
        }
        IO.println(name + ": " + number);
        return loop.sleep(pause).thenCompose(slept -> count(loop, name, number - 1, pause));
    }

    static void main() throws Exception {
        var countdowns = List.of(new Countdown("Countdown 1", 5), new Countdown("Countdown 2", 3));
        new WithEventLoop().countDown(countdowns, ofSeconds(1));
    }
}
