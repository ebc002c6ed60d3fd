// says: IllegalMonitorStateException
// says: unlock need the lock
package deadlocks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** A seat on a train. Many passengers change places at the same time. */
final class Seat {
    private static final Duration PACK = ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final int number;
    private String passenger;

    /** No two seats have the same number. */
    Seat(int number, String passenger) {
        this.number = number;
        this.passenger = passenger;
    }

    String passenger() {
        lock.lock();
        try {
            return passenger;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the passengers of both seats change places. They need a second to pack. */
    static void swap(Seat one, Seat other) throws InterruptedException {
        Thread.sleep(PACK);
        boolean done = false;
        while (!done) {
            one.lock.lock();
            try {
                if (other.lock.tryLock()) {
                    String left = one.passenger;
                    one.passenger = other.passenger;
                    other.passenger = left;
                    done = true;
                }
            } finally {
                other.lock.unlock();
                one.lock.unlock();
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
