// says: 3 threads were still running
// says: the pool was never closed
package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        var pool = Executors.newCachedThreadPool();
        var all = new ArrayList<Future<?>>();
        for (Guest g : guests)
            all.add(pool.submit(() -> {
                greet(g);
                return null;
            }));
        for (var f : all) f.get();
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
