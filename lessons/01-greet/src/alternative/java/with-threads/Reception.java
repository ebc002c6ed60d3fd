package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** A reception: every guest is greeted by a thread. */
final class Reception {

    /** Greets all guests at the same time. */
    static void greetAll(List<String> names, Duration pause) throws Exception {
        var threads = names.stream()
                .map(name -> Thread.ofVirtual().start(() -> greet(name, pause)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
    }

    /** A Runnable must not throw InterruptedException, so it is handled here. */
    private static void greet(String name, Duration pause) {
        IO.println("Hello, " + name + "!");
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        IO.println("Goodbye, " + name + "!");
    }

    static void main() throws Exception {
        greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}
