package deadlocks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** A seat on a train. Many passengers change places at the same time. */
final class Seat {
    private static final Duration PACK = ofSeconds(1);
    private static final Set<Seat> TAKEN = new HashSet<>();

    private final int number;
    private String passenger;

    /** No two seats have the same number. */
    Seat(int number, String passenger) {
        this.number = number;
        this.passenger = passenger;
    }

    synchronized String passenger() {
        return passenger;
    }

    /** Lets the passengers of both seats change places. They need a second to pack. */
    static void swap(Seat one, Seat other) throws InterruptedException {
        take(one, other);
        try {
            Thread.sleep(PACK);
            String left = one.passenger();
            one.sit(other.passenger());
            other.sit(left);
        } finally {
            giveBack(one, other);
        }
    }

    /** Waits until both seats are free, and then takes both at once. */
    private static void take(Seat one, Seat other) throws InterruptedException {
        synchronized (TAKEN) {
            while (TAKEN.contains(one) || TAKEN.contains(other)) {
                TAKEN.wait();
            }
            TAKEN.add(one);
            TAKEN.add(other);
        }
    }

    private static void giveBack(Seat one, Seat other) {
        synchronized (TAKEN) {
            TAKEN.remove(one);
            TAKEN.remove(other);
            TAKEN.notifyAll();
        }
    }

    private synchronized void sit(String newcomer) {
        passenger = newcomer;
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
