package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** Downloads a file from several mirrors at once. The first answer wins, and the other downloads are cancelled. */
final class Race {

    record Mirror(String name, Duration time, boolean up) {

        /** @throws IllegalStateException after its time, if the mirror is down */
        String download() throws InterruptedException {
            IO.println("Asking " + name);
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                IO.println("Stopped asking " + name);
                throw stopped;
            }
            if (!up) {
                throw new IllegalStateException(name + " is down");
            }
            return "file from " + name;
        }
    }

    /**
     * Returns the first answer, and interrupts the other downloads.
     *
     * @throws TimeoutException if no mirror answers within the limit; all downloads are interrupted then
     */
    static String fastest(List<Mirror> mirrors, Duration limit) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var downloads = new ExecutorCompletionService<String>(threads);
                mirrors.forEach(mirror -> downloads.submit(mirror::download));
                ExecutionException failure = null;
                for (int i = 0; i < mirrors.size(); i++) {
                    var done = downloads.poll(deadline - System.nanoTime(), NANOSECONDS); // in the order of their ends
                    if (done == null) {
                        throw new TimeoutException();
                    }
                    try {
                        return done.get();
                    } catch (ExecutionException down) {
                        failure = down;
                    }
                }
                throw failure;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
