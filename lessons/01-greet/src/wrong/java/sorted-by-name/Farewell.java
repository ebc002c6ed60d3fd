// says: It is right for three guests, but not for five
// says: Do not sort the names
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Guests hang up their coats at the same time. You say goodbye in the order of the list. */
final class Farewell {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var g : threads.invokeAll(guests.stream()
                    .sorted(Comparator.comparing(Guest::name))
                    .map(Farewell::greeting)
                    .toList())) IO.println("Goodbye, " + g.get() + "!");
        }
    }

    private static Callable<String> greeting(Guest guest) {
        return () -> {
            IO.println("Hello, " + guest.name() + "!");
            Thread.sleep(guest.pause());
            return guest.name();
        };
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }
}
