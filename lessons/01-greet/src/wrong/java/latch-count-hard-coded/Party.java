// says: Expected 9 s of virtual time, but it took 3 s
// says: It did not wait for all nine guests
// says: guests.size()
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    /** Greets all guests at the same time, and prints "Everyone has been greeted." after the last goodbye. */
    static void greetAll(List<Guest> guests) throws Exception {
        var done = new CountDownLatch(3);
        for (Guest guest : guests) {
            Thread.startVirtualThread(() -> {
                try {
                    greet(guest);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                done.countDown();
            });
        }
        done.await();
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
