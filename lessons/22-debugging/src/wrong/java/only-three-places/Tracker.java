// says: tasks in the report, but there were 3
// says: It is right for three tasks
package debugging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows what a program is doing, and since when. Any thread may use it. */
final class Tracker {
    /** By their number, which is also the order of their starts. */
    private final Map<Integer, Entry> running = new ConcurrentSkipListMap<>();

    private final AtomicInteger last = new AtomicInteger();

    private record Entry(String name, long started) {}

    private final Semaphore places = new Semaphore(3);

    /**
     * Runs {@code work} on the calling thread, and returns its result or throws its exception. While it runs, the
     * report contains it. Several threads may do work of the same name at the same time.
     */
    <T> T track(String name, Callable<T> work) throws Exception {
        places.acquire();
        int number = last.incrementAndGet();
        running.put(number, new Entry(name, System.nanoTime()));
        try {
            return work.call();
        } finally {
            running.remove(number);
            places.release();
        }
    }

    /** Returns all that runs at the moment, such as "backup, 12 s". What has run for the longest time comes first. */
    List<String> report() {
        return running.values().stream()
                .map(entry -> described(entry.name(), entry.started()))
                .toList();
    }

    /** Such as "backup, 12 s", with the whole seconds that have passed. */
    private static String described(String name, long started) {
        return name + ", " + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s";
    }

    static void main() throws InterruptedException {
        var tracker = new Tracker();
        for (String name : List.of("backup", "mail", "import")) {
            Thread.ofPlatform().start(() -> work(tracker, name));
            Thread.sleep(ofSeconds(1));
        }
        Thread.sleep(ofMillis(500));
        tracker.report().forEach(IO::println);
    }

    private static void work(Tracker tracker, String name) {
        try {
            tracker.track(name, () -> {
                Thread.sleep(ofSeconds(5));
                return name;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
