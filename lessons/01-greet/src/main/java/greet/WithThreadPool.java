package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Greets as many guests at the same time as the pool has threads. Each pause blocks one of them. */
public final class WithThreadPool implements Greeter {

    private final int threads;

    /** Creates a greeter whose pool has this many threads. */
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
        int threads = args.length == 0 ? 3 : Integer.parseInt(args[0]);
        new WithThreadPool(threads).greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}
