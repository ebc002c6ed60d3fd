package migrating;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/** A brochure with a line for each hotel. */
final class Brochure {

    /** The prices of this season, in percent. The caller has set it for its own thread. */
    static final ThreadLocal<Integer> PERCENT = ThreadLocal.withInitial(() -> 100);

    /**
     * Prints the line of each hotel, in the order of the list, as soon as it and all lines before it are known. At most
     * {@code lines} hotels are on the telephone at the same time.
     *
     * @throws Exception the exception of the first hotel, in this order, that has no price or no forecast: that of the
     *     price, if both fail. All lines before it have been printed, and nothing is left running.
     */
    static void print(List<String> hotels, TravelDesk desk, int lines) throws Exception {
        int percent = PERCENT.get();
        var telephone = new Semaphore(lines);
        var threads = new ArrayList<Thread>();
        var prices = new ArrayList<FutureTask<Integer>>();
        var forecasts = new ArrayList<FutureTask<String>>();
        for (String hotel : hotels) {
            prices.add(new FutureTask<>(() -> price(desk, hotel, telephone)));
            forecasts.add(new FutureTask<>(() -> desk.weather(hotel)));
            threads.add(new Thread(prices.getLast()));
            threads.add(new Thread(forecasts.getLast()));
        }
        threads.forEach(Thread::start);
        try {
            for (int i = 0; i < hotels.size(); i++) {
                int price = prices.get(i).get() * percent / 100;
                IO.println(hotels.get(i) + ": " + price + " francs, "
                        + forecasts.get(i).get());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static int price(TravelDesk desk, String hotel, Semaphore telephone) throws Exception {
        telephone.acquire();
        try {
            return desk.price(hotel);
        } finally {
            telephone.release();
        }
    }

    static void main() throws Exception {
        var desk = new TravelDesk(hotel -> ofSeconds(2));
        print(List.of("Alpina", "Bellevue", "Central", "Dolder"), desk, 2);
    }
}
