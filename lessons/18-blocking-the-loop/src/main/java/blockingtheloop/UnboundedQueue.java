package blockingtheloop;

import java.util.concurrent.Executors;

/** Wrong on purpose: the queue of this pool has no limit, so the last players wait for seconds. */
final class UnboundedQueue {
    private UnboundedQueue() {}

    static void main() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            new Rush(pool).run();
        }
    }
}
