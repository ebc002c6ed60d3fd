package debugging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Knows what a program is doing, and since when. Any thread may use it. */
final class Tracker {
    /**
     * Runs {@code work} on the calling thread, and returns its result or throws its exception. While it runs, the
     * report contains it. Several threads may do work of the same name at the same time.
     */
    <T> T track(String name, Callable<T> work) throws Exception {
        // TODO: remember the name and the start of the work while it runs.
        return work.call();
    }

    /** Returns all work in progress with its age, such as "backup, 12 s". The oldest comes first. */
    List<String> report() {
        // TODO: describe all work in progress. The method "described" formats one line.
        return List.of();
    }

    /** Returns a line such as "backup, 12 s", with the whole seconds that have passed. */
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
