// says: but it took 4 s
// says: The size of the pool depends on the number of guests
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
        var greetings = names.stream().map(name -> greeting(name, pause)).toList();
        try (var pool = Executors.newFixedThreadPool(100)) {
            for (var greeted : pool.invokeAll(greetings)) {
                greeted.get();
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
