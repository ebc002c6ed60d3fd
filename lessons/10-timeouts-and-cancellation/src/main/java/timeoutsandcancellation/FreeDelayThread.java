package timeoutsandcancellation;

import java.util.concurrent.Executors;

/** The blocking step runs on a thread of its own, so the delay thread is free for the next timeout. */
final class FreeDelayThread {
    private FreeDelayThread() {}

    static void main() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TwoPages.show(price -> price.thenApplyAsync(TwoPages::log, threads));
        }
    }
}
