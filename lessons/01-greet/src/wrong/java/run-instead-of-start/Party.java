// says: calls run() of a thread
// says: start() starts the thread
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        var threads = new java.util.ArrayList<Thread>();
        for (Guest guest : guests) {
            var t = new Thread(() -> quiet(guest));
            threads.add(t);
            t.run();
        }
        for (var t : threads) t.join();
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

    private static void quiet(Guest guest) {
        try {
            greet(guest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
