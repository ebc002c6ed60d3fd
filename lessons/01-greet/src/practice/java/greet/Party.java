package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** A party at which everybody is greeted, and each guest pauses for as long as they like. */
final class Party {

    record Guest(String name, Duration pause) {}

    /** Greets all guests at once, and says so when the last has been told goodbye. */
    static void greetAll(List<Guest> guests) throws Exception {
        // TODO: here everybody waits for the guest before. Greet them all at once!
        for (Guest guest : guests) {
            greet(guest);
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
