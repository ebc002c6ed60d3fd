package greet;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A party where you greet every guest. Each guest pauses for a different time. */
final class Party {

    record Guest(String name, Duration pause) {}

    /** Greets all guests at the same time, and prints "Everyone has been greeted." after the last goodbye. */
    static void greetAll(List<Guest> guests) throws Exception {
        EventLoop.run(loop -> {
            var greetings = guests.stream().map(guest -> loop.createTask(guest.name(), () -> greet(loop, guest)));
            return loop.gather(greetings.toList());
        });
        IO.println("Everyone has been greeted.");
    }

    private static CompletionStage<Void> greet(EventLoop loop, Guest guest) {
        IO.println("Hello, " + guest.name() + "!");
        return loop.sleep(guest.pause()).thenRun(() -> IO.println("Goodbye, " + guest.name() + "!"));
    }

    static void main() throws Exception {
        greetAll(List.of(
                new Guest("Alice", ofSeconds(3)), new Guest("Bob", ofSeconds(1)), new Guest("Charlie", ofSeconds(2))));
    }
}
