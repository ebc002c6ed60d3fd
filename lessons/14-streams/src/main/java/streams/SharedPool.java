package streams;

import java.util.concurrent.Executors;

/** Wrong on purpose: the publisher waits for the subscriber on the only thread that could run the subscriber. */
final class SharedPool {
    private SharedPool() {}

    static void main() throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            new Announcements(pool, pool).run();
        }
    }
}
