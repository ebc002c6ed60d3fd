package streams;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs with a limited number of processors: prints on how many threads a SubmissionPublisher serves five subscribers.
 */
final class CommonPoolProbe {

    private CommonPoolProbe() {}

    static void main() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var served = new CountDownLatch(5);
        var publisher = new SubmissionPublisher<String>();
        for (int subscriber = 0; subscriber < 5; subscriber++) {
            publisher.consume(item -> {
                threads.add(Thread.currentThread());
                sleep();
                served.countDown();
            });
        }
        publisher.submit("now");
        served.await(1, TimeUnit.MINUTES);
        publisher.close();
        IO.println("common pool: " + (publisher.getExecutor() == ForkJoinPool.commonPool()) + ", parallelism: "
                + ForkJoinPool.getCommonPoolParallelism() + ", threads: " + threads.size());
        IO.println("publisher on the same pool: " + (publishOnTheSamePool() ? "ends" : "hangs"));
    }

    /** The buffer is smaller than the number of elements, so {@code submit} has to wait. */
    private static boolean publishOnTheSamePool() throws Exception {
        var publisher = new SubmissionPublisher<Integer>(ForkJoinPool.commonPool(), 2);
        var consumed = publisher.consume(number -> sleep());
        publisher.getExecutor().execute(() -> {
            for (int number = 1; number <= 8; number++) {
                publisher.submit(number);
            }
            publisher.close();
        });
        try {
            consumed.get(1, TimeUnit.MINUTES);
            return true;
        } catch (TimeoutException hangs) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
