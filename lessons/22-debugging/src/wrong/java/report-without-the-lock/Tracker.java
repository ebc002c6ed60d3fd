// says: thread-safe
package debugging;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Knows what a program is doing, and since when. Any thread may use it. */
final class Tracker {
    private final List<Entry> running = Collections.synchronizedList(new ArrayList<>());

    /**
     * Runs {@code work} on the calling thread, and returns its result or throws its exception. While it runs, the
     * report contains it. Several threads may do work of the same name at the same time.
     */
    <T> T track(String name, Callable<T> work) throws Exception {
        var entry = new Entry(name);
        running.add(entry);
        try {
            return work.call();
        } finally {
            running.remove(entry);
        }
    }

    /** Returns all that runs at the moment, such as "backup, 12 s". What has run for the longest time comes first. */
    List<String> report() {
        return running.stream()
                .map(entry -> described(entry.name, entry.started))
                .toList();
    }

    /** Work in progress: its name, and the {@link System#nanoTime} of its start. */
    private static final class Entry {
        final String name;
        final long started = System.nanoTime();

        Entry(String name) {
            this.name = name;
        }
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
