package deadlocks;

import static java.time.Duration.ofSeconds;
import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** A seat on a train. Many passengers change places at the same time. */
final class Seat {
    private static final Duration PACK = ofSeconds(1);

    private final Semaphore free = new Semaphore(1);
    private final int number;
    private String passenger;

    /** No two seats have the same number. */
    Seat(int number, String passenger) {
        this.number = number;
        this.passenger = passenger;
    }

    String passenger() {
        free.acquireUninterruptibly();
        try {
            return passenger;
        } finally {
            free.release();
        }
    }

    /** Lets the passengers of both seats change places. They need a second to pack. */
    static void swap(Seat one, Seat other) throws InterruptedException {
        List<Seat> both = Stream.of(one, other)
                .distinct() // a semaphore is not reentrant
                .sorted(comparing(seat -> seat.number))
                .toList();
        for (Seat seat : both) {
            seat.free.acquire();
        }
        try {
            Thread.sleep(PACK);
            String left = one.passenger;
            one.passenger = other.passenger;
            other.passenger = left;
        } finally {
            both.forEach(seat -> seat.free.release());
        }
    }

    static void main() throws InterruptedException {
        var window = new Seat(1, "Anna");
        var aisle = new Seat(2, "Ben");
        Thread anna = start("Anna", window, aisle);
        Thread ben = start("Ben", aisle, window);
        anna.join();
        ben.join();
        IO.println("Window: " + window.passenger() + ", aisle: " + aisle.passenger());
    }

    private static Thread start(String name, Seat one, Seat other) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                swap(one, other);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
