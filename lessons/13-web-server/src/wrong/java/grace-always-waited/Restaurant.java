// says: Expected 7 s of virtual time, but it took 64 s
// says: The grace period is a limit, not a pause
package webserver;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

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
            Duration now = Duration.ZERO;
            for (Guest guest : guests) {
                Thread.sleep(guest.arrives().minus(now));
                now = guest.arrives();
                pool.execute(new Meal(guest));
            }
            Thread.sleep(closes.minus(now));
            var outside = new ArrayList<Runnable>();
            pool.getQueue().drainTo(outside);
            apologise(outside);
            pool.shutdown();
            Thread.sleep(grace);
            pool.shutdownNow();
        }
    }

    /** A guest at a table. */
    private record Meal(Guest guest) implements Runnable {
        @Override
        public void run() {
            try {
                guest.eat();
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt(); // ends this thread
            }
        }
    }

    private static void apologise(List<Runnable> outside) {
        for (Runnable waiting : outside) {
            if (waiting instanceof Meal meal) {
                IO.println("Sorry, " + meal.guest().name() + ", we are closed");
            }
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
