package greet;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Guests hang up their coats at the same time. You say goodbye in the order of the list. */
final class Farewell {

    record Guest(String name, Duration pause) {}

    static void greetAll(List<Guest> guests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var greetings = guests.stream()
                    .map(guest -> CompletableFuture.supplyAsync(() -> greet(guest), threads))
                    .toList();
            greetings.forEach(greeted -> IO.println("Goodbye, " + greeted.join() + "!"));
        }
    }

    private static String greet(Guest guest) {
        IO.println("Hello, " + guest.name() + "!");
        try {
            Thread.sleep(guest.pause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
        return guest.name();
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }
}
