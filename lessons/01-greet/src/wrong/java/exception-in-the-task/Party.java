// says: A task failed with NullPointerException
// says: is null
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Guest g : guests)
                pool.submit(() -> {
                    titles.get(g.name());
                    greet(g);
                    return null;
                });
        }
        IO.println("Everyone has been greeted.");
    }

    private static void greet(Guest guest) throws InterruptedException {
        IO.println("Hello, " + guest.name() + "!");
        Thread.sleep(guest.pause());
        IO.println("Goodbye, " + guest.name() + "!");
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }

    private static Map<String, String> titles;
}
