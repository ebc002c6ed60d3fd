package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A reception: every guest is greeted by a thread of a pool. */
final class Reception {

    private static final ExecutorService POOL =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    /** Greets all guests at the same time. */
    static void greetAll(List<String> names, Duration pause) throws Exception {
        var greetings = names.stream().map(name -> greeting(name, pause)).toList();
        for (var greeted : POOL.invokeAll(greetings)) {
            greeted.get();
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
