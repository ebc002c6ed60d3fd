package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Greets all guests at the same time. Each has a virtual thread, which is cheap enough to block. */
public final class WithVirtualThreads implements Greeter {

    @Override
    public void greetAll(List<String> names, Duration pause) throws Exception {
        var greetings = names.stream().map(name -> greeting(name, pause)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var greeted : threads.invokeAll(greetings)) {
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
        new WithVirtualThreads().greetAll(List.of("Alice", "Bob", "Charlie"), ofSeconds(1));
    }
}
