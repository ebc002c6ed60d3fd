// says: Race condition under another schedule
// says: Make them one step
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
        free = rooms;
        keys = null;
    }

    void serve(Customer customer) throws InterruptedException {
        while (free == 0) Thread.sleep(1);
        free--;
        try {
            customer.tryOn();
        } finally {
            free++;
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

    private volatile int free;
}
