// says: two threads update the field left
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        left = guests.size();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Guest g : guests)
                pool.submit(() -> {
                    greet(g);
                    left--;
                    if (left == 0) IO.println("Everyone has been greeted.");
                    return null;
                });
        }
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

    private static int left;
}
