// says: every thread waits, and none can continue
package deadlocks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** A seat on a train. Many passengers change places at the same time. */
final class Seat {
    private static final Duration PACK = ofSeconds(1);

    private final int number;
    private volatile String passenger;

    /** No two seats have the same number. */
    Seat(int number, String passenger) {
        this.number = number;
        this.passenger = passenger;
    }

    String passenger() {
        return passenger;
    }

    /** Lets the passengers of both seats change places. They need a second to pack. */
    static void swap(Seat one, Seat other) throws InterruptedException {
        Seat first = one.passenger.compareTo(other.passenger) < 0 ? one : other;
        Seat second = first == one ? other : one;
        synchronized (first) {
            Thread.sleep(PACK);
            synchronized (second) {
                String left = one.passenger;
                one.passenger = other.passenger;
                other.passenger = left;
            }
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
