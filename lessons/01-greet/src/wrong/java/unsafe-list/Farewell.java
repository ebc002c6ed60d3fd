// says: two threads use an ArrayList
// says: (add)
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Guests hang up their coats at the same time. You say goodbye in the order of the list. */
final class Farewell {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        var names = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var g : guests)
                threads.submit(() -> {
                    IO.println("Hello, " + g.name() + "!");
                    Thread.sleep(g.pause());
                    names.add(g.name());
                    return null;
                });
        }
        guests.stream().map(Guest::name).filter(names::contains).forEach(n -> IO.println("Goodbye, " + n + "!"));
    }

    private static Callable<String> greeting(Guest guest) {
        return () -> {
            IO.println("Hello, " + guest.name() + "!");
            Thread.sleep(guest.pause());
            IO.println("Goodbye, " + guest.name() + "!");
            return guest.name();
        };
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }
}
