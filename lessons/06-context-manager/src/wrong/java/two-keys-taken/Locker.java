// says: Expected "Took key 7" once
package contextmanager;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** At the swimming pool, you take the key of a locker, swim, and give the key back. */
final class Locker {

    /** The key of a locker. Closing it gives it back. */
    record Key(int number) implements AutoCloseable {

        static Key take(int number) {
            IO.println("Took key " + number);
            return new Key(number);
        }

        @Override
        public void close() {
            IO.println("Gave key " + number + " back");
        }
    }

    static void visit(int number, Duration time, boolean slips) throws InterruptedException {
        Key.take(number);
        try (var key = Key.take(number)) {
            swim(time, slips);
        }
    }

    private static void swim(Duration time, boolean slips) throws InterruptedException {
        Thread.sleep(time);
        if (slips) {
            throw new IllegalStateException("you slipped");
        }
        IO.println("Out of the water");
    }

    static void main() throws Exception {
        visit(7, ofSeconds(2), true);
    }
}
