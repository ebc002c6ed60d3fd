// says: Expected "Ben is asked to leave" at 15 s, but it was printed at 17 s
// says: The grace period is 5 s for all guests together
package webserver;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;

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
        try (var pool = new ThreadPoolExecutor(tables, tables, 0, NANOSECONDS, new LinkedBlockingQueue<>())) {
            var visits = new ArrayList<Future<?>>();
            Duration now = Duration.ZERO;
            for (Guest guest : guests) {
                Thread.sleep(guest.arrives().minus(now));
                now = guest.arrives();
                visits.add(pool.submit(() -> {
                    guest.eat();
                    return null;
                }));
            }
            Thread.sleep(closes.minus(now));
            for (int number = 0; number < guests.size(); number++) {
                if (pool.getQueue().remove(visits.get(number))) {
                    IO.println("Sorry, " + guests.get(number).name() + ", we are closed");
                    visits.get(number).cancel(false);
                }
            }
            for (Future<?> visit : visits) {
                leave(visit, grace);
            }
        }
    }

    private static void leave(Future<?> visit, Duration grace) throws InterruptedException {
        try {
            visit.get(grace.toNanos(), NANOSECONDS);
        } catch (TimeoutException late) {
            visit.cancel(true);
        } catch (ExecutionException | CancellationException ended) {
            // the guest has left
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
