// says: "Hello, Bob!"
// says: Start all greetings
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Guests hang up their coats at the same time. You say goodbye in the order of the list. */
final class Farewell {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        for (Guest guest : guests) {
            IO.println("Goodbye, " + greeting(guest).call() + "!");
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
