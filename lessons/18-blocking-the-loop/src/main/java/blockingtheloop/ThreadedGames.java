package blockingtheloop;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Games that tick without a loop: each has a virtual thread. */
final class ThreadedGames {

    private final Example example;
    private final Lateness lateness;
    private final long start = System.nanoTime();

    ThreadedGames(Example example) {
        this.example = example;
        this.lateness = new Lateness(example.period());
    }

    /** Plays all games, does {@code work} after a while, and returns how late the ticks were. */
    Lateness playDuring(Callable<?> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var games = new ArrayList<Future<?>>();
            for (int game = 1; game <= example.games(); game++) {
                games.add(threads.submit(this::tick));
            }
            Thread.sleep(Example.ASKED);
            work.call();
            for (var game : games) {
                game.get();
            }
            return lateness;
        }
    }

    private Void tick() throws InterruptedException {
        for (long due = example.firstTick(start); due <= example.end(start); due = lateness.tick(due)) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            example.printTick();
        }
        return null;
    }
}
