package migrating;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Knows hotels, for an exercise. Asking for a price is a telephone call; the weather comes over the web. Thread-safe.
 */
final class TravelDesk {

    private static final Duration CALL = ofSeconds(1);

    private final Function<String, Duration> forecast;
    private final Map<String, String> priceFailures = new HashMap<>();
    private final Map<String, String> weatherFailures = new HashMap<>();
    private int calls;
    private int peak;

    /** A call takes a second, and a forecast as long as this function says. */
    TravelDesk(Function<String, Duration> forecast) {
        this.forecast = forecast;
    }

    /** A hotel that has no price. Call it before the desk is used. */
    TravelDesk closed(String hotel) {
        priceFailures.put(hotel, hotel + " is closed");
        return this;
    }

    /** A hotel without a forecast. Call it before the desk is used. */
    TravelDesk foggy(String hotel) {
        weatherFailures.put(hotel, "no forecast for " + hotel);
        return this;
    }

    /** Calls the hotel, and returns its price in francs. */
    int price(String hotel) throws IOException, InterruptedException {
        begin();
        try {
            Thread.sleep(CALL);
        } finally {
            end();
        }
        check(priceFailures, hotel);
        return 10 * hotel.length();
    }

    /** Returns the weather forecast for a hotel. */
    String weather(String hotel) throws IOException, InterruptedException {
        Thread.sleep(forecast.apply(hotel));
        check(weatherFailures, hotel);
        return hotel.length() % 2 == 0 ? "sunny" : "rainy";
    }

    private static void check(Map<String, String> failures, String hotel) throws IOException {
        if (failures.containsKey(hotel)) {
            throw new IOException(failures.get(hotel));
        }
    }

    private synchronized void begin() {
        calls++;
        peak = Math.max(peak, calls);
    }

    private synchronized void end() {
        calls--;
    }

    /** The largest number of telephone calls at the same time. */
    synchronized int peak() {
        return peak;
    }
}
