package migrating;

import static java.time.Duration.ofSeconds;

import java.util.List;

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
        // TODO: ask for all prices and forecasts at the same time, and print the same brochure.
        for (String hotel : hotels) {
            int price = desk.price(hotel) * PERCENT.get() / 100;
            String weather = desk.weather(hotel);
            IO.println(hotel + ": " + price + " francs, " + weather);
        }
    }

    static void main() throws Exception {
        var desk = new TravelDesk(hotel -> ofSeconds(2));
        print(List.of("Alpina", "Bellevue", "Central", "Dolder"), desk, 2);
    }
}
