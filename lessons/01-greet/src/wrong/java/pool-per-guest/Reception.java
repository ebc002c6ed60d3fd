// says: "Hello, Bob!"
// says: all greetings must have started before you wait
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A reception: every guest is greeted by a thread of a pool. */
final class Reception {

    /** Greets all guests at the same time. */
    static void greetAll(List<String> names, Duration pause) throws Exception {
        for (String name : names) {
            try (var pool = Executors.newFixedThreadPool(names.size())) {
                pool.submit(greeting(name, pause));
            }
        }
    }

    private static Callable<Void> greeting(String name, Duration pause) {
        return () -> {
            IO.println("Hello, " + name + "!");
            Thread.sleep(pause);
            IO.println("Goodbye, " + name + "!");
            return null;
        };
    }

    static void main() throws Exception {
        greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}
