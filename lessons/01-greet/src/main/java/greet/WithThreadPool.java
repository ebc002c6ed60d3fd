package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Greets as many guests at once as the pool has threads: each pause holds one thread, and the next guest waits. */
public final class WithThreadPool implements Greeter {

    private final int threads;

    /** A greeter with this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public void greetAll(List<String> names, Duration pause) throws Exception {
        var greetings = names.stream().map(name -> greeting(name, pause)).toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
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

    static void main(String[] args) throws Exception {
        new WithThreadPool(threads(args)).greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }

    /** The pool's size: the first argument, or 3. */
    private static int threads(String... args) {
        if (args.length == 0) {
            return 3;
        }
        if (!args[0].matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    "'" + args[0] + "' is not a number of threads.\nThe thread pool accepts 1 to 9999, such as: 2");
        }
        return Integer.parseInt(args[0]);
    }
}
