// says: Expected "Hello, Guest
// says: A parallel stream
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** Guests hang up their coats at the same time. You say goodbye in the order of the list. */
final class Farewell {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        guests.parallelStream().map(Farewell::coat).forEachOrdered(name -> IO.println("Goodbye, " + name + "!"));
    }

    private static String coat(Guest guest) {
        IO.println("Hello, " + guest.name() + "!");
        try {
            Thread.sleep(guest.pause());
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
        return guest.name();
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }
}
