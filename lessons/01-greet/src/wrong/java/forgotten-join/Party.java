// says: came back at 0 s while 3 threads were still running: Alice, Bob, Charlie
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** A party at which everybody is greeted, and each guest pauses for as long as they like. */
final class Party {

    record Guest(String name, Duration pause) {}

    /** Greets all guests at once, and says so when the last has been told goodbye. */
    static void greetAll(List<Guest> guests) throws Exception {
        for (Guest guest : guests) {
            Thread.ofVirtual().name(guest.name()).start(() -> greetUninterrupted(guest));
        }
        IO.println("Everyone has been greeted.");
    }

    private static void greetUninterrupted(Guest guest) {
        try {
            greet(guest);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
}
