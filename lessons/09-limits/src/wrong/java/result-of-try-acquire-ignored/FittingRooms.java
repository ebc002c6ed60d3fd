// says: Ben went in although Ann was in the only room
// says: ignores the result of tryAcquire()
package limits;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The fitting rooms of a shop. A customer takes a key to go in, and waits while all keys are taken. */
final class FittingRooms {

    record Customer(String name, Duration time, boolean zipBreaks) {

        /** @throws IllegalStateException after the time, if the zip breaks */
        void tryOn() throws InterruptedException {
            IO.println(name + " goes in");
            try {
                Thread.sleep(time);
            } finally {
                IO.println(name + " comes out");
            }
            if (zipBreaks) {
                throw new IllegalStateException("the zip of " + name + " broke");
            }
        }
    }

    private final Semaphore keys;

    FittingRooms(int rooms) {
        keys = new Semaphore(rooms);
    }

    /** Waits for a key. Throws the exception of a broken zip. */
    void serve(Customer customer) throws InterruptedException {
        keys.tryAcquire();
        try {
            customer.tryOn();
        } finally {
            keys.release();
        }
    }

    static void main() throws Exception {
        var rooms = new FittingRooms(2);
        try {
            rooms.serve(new Customer("Ann", ofSeconds(2), true));
        } catch (IllegalStateException broken) {
            IO.println("Sorry: " + broken.getMessage());
        }
        rooms.serve(new Customer("Ben", ofSeconds(2), false));
    }
}
