package blockingtheloop;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Games that tick on one loop, each as a task. */
final class Games {

    private final EventLoop loop;
    private final Example example;
    private final Lateness lateness;
    private final long start = System.nanoTime();

    Games(EventLoop loop, Example example) {
        this.loop = loop;
        this.example = example;
        this.lateness = new Lateness(example.period());
    }

    /** Plays all games, and completes with the lateness of their ticks. */
    CompletableFuture<Lateness> play() {
        var games = IntStream.rangeClosed(1, example.games())
                .mapToObj(game -> loop.createTask("game-" + game, () -> tickFrom(example.firstTick(start))))
                .toList();
        return loop.gather(games).thenApply(ended -> lateness);
    }

    private CompletionStage<Void> tickFrom(long due) {
        if (due > example.end(start)) {
            return loop.completed(null);
        }
        return loop.sleep(Duration.ofNanos(due - System.nanoTime())).thenCompose(woke -> {
            example.printTick();
            return tickFrom(lateness.tick(due));
        });
    }
}
