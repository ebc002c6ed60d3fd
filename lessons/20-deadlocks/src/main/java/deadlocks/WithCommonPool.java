package deadlocks;

import static java.time.Duration.ofMillis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

/** Wrong on purpose: all workers of the common pool wait for a task that is queued behind their own. */
final class WithCommonPool {
    private WithCommonPool() {}

    static void main() {
        var start = new CountDownLatch(1);
        for (int worker = 0; worker < ForkJoinPool.getCommonPoolParallelism(); worker++) {
            CompletableFuture.runAsync(() -> await(start));
        }
        CompletableFuture.runAsync(start::countDown).join();
        IO.println("Started");
    }

    private static void await(CountDownLatch start) {
        try {
            Thread.sleep(ofMillis(200));
            start.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
