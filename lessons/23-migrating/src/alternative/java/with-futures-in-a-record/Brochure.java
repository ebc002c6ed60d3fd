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
        var telephone = new Semaphore(lines, true);
        var pages = new ArrayList<Page>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (String hotel : hotels) {
                pages.add(new Page(
                        hotel,
                        threads.submit(() -> price(desk, hotel, telephone)),
                        threads.submit(() -> desk.weather(hotel))));
            }
            for (Page page : pages) {
                IO.println(page.text(percent));
            }
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        } finally {
            pages.forEach(Page::cancel);
            threads.close();
        }
    }

    private record Page(String hotel, Future<Integer> price, Future<String> weather) {
        String text(int percent) throws InterruptedException, ExecutionException {
            return hotel + ": " + price.get() * percent / 100 + " francs, " + weather.get();
        }

        void cancel() {
            price.cancel(true);
            weather.cancel(true);
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
