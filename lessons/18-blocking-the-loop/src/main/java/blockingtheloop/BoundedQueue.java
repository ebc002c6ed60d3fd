package blockingtheloop;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

/** Two queries run, two wait, and the pool rejects all others at once. */
final class BoundedQueue {
    private BoundedQueue() {}

    static void main() throws Exception {
        try (var pool = new ThreadPoolExecutor(2, 2, 0, SECONDS, new ArrayBlockingQueue<>(2))) {
            new Rush(pool).run();
        }
    }
}
