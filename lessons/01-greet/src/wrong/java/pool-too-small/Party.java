// says: took 18 s
// says: It is right for three guests, but not for nine
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    /** Greets all guests at the same time, and prints "Everyone has been greeted." after the last goodbye. */
    static void greetAll(List<Guest> guests) throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (Guest guest : guests) {
                pool.submit(() -> {
                    greet(guest);
                    return null;
                });
            }
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
}
