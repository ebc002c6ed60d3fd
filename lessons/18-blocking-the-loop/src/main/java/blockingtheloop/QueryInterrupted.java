package blockingtheloop;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

/** Cancelling the hand-over interrupts its query, and the thread is free for the next player. */
final class QueryInterrupted {
    private QueryInterrupted() {}

    static void main() throws Exception {
        try (var pool = new ThreadPoolExecutor(1, 1, 0, SECONDS, new ArrayBlockingQueue<>(10))) {
            Departure.run(loop -> loop.toThread(pool, Departure::query));
        }
    }
}
