package webserver;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** A restaurant that closes in the evening. */
final class Restaurant {

    /** A guest, when they arrive, and how long they eat. */
    record Guest(String name, Duration arrives, Duration eats) {

        /** Blocks until the guest has left. After an interrupt, this takes one more second. */
        void eat() throws InterruptedException {
            try {
                Thread.sleep(eats);
                IO.println(name + " has eaten");
            } catch (InterruptedException asked) {
                IO.println(name + " is asked to leave");
                Thread.sleep(ofSeconds(1));
                IO.println(name + " has left");
            }
        }
    }

    /**
     * Serves guests, each at a table of their own. Guests wait outside while all tables are in use. At closing time,
     * prints "Sorry, Dan, we are closed" for each guest outside, in the order of their arrival. Guests at a table may
     * stay for {@code grace} after that, and are then asked to leave. Returns as soon as all guests have left, but not
     * before closing time.
     *
     * @param guests in the order of their arrival; all of them arrive before closing time
     */
    static void open(List<Guest> guests, int tables, Duration closes, Duration grace) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(tables)) {
            Duration now = Duration.ZERO;
            for (Guest guest : guests) {
                Thread.sleep(guest.arrives().minus(now));
                now = guest.arrives();
                pool.submit(() -> {
                    guest.eat();
                    return null;
                });
            }
            Thread.sleep(closes.minus(now));
            // TODO: this asks the guests at the tables to leave at once, and tells those outside nothing.
            pool.shutdownNow();
        }
    }

    static void main() throws InterruptedException {
        var guests = List.of(
                new Guest("Ann", ofSeconds(0), ofSeconds(12)),
                new Guest("Ben", ofSeconds(1), ofSeconds(60)),
                new Guest("Cleo", ofSeconds(2), ofSeconds(3)));
        open(guests, 2, ofSeconds(10), ofSeconds(5));
    }
}
