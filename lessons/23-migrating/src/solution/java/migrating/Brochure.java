package migrating;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A brochure with a line for each hotel. */
final class Brochure {

    /** This season's prices, in percent of the usual ones. The caller has set it for its own thread. */
    static final ThreadLocal<Integer> PERCENT = ThreadLocal.withInitial(() -> 100);

    /**
     * Prints the line of each hotel, in the order of the list, as soon as it and all lines before it are ready. At most
     * {@code lines} hotels are on the telephone at the same time.
     *
     * @throws Exception the exception of the first hotel, in this order, that has no price or no forecast; if both
     *     fail, the exception of the price. All lines before it have been printed, and nothing is left running.
     */
    static void print(List<String> hotels, TravelDesk desk, int lines) throws Exception {
        int percent = PERCENT.get();
        var telephone = new Semaphore(lines);
        var prices = new ArrayList<Future<Integer>>();
        var forecasts = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (String hotel : hotels) {
                    prices.add(threads.submit(() -> price(desk, hotel, telephone)));
                    forecasts.add(threads.submit(() -> desk.weather(hotel)));
                }
                for (int i = 0; i < hotels.size(); i++) {
                    int price = result(prices.get(i)) * percent / 100;
                    String weather = result(forecasts.get(i));
                    IO.println(hotels.get(i) + ": " + price + " francs, " + weather);
                }
            } finally {
                threads.shutdownNow();
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

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    static void main() throws Exception {
        var desk = new TravelDesk(hotel -> ofSeconds(2));
        print(List.of("Alpina", "Bellevue", "Central", "Dolder"), desk, 2);
    }
}
