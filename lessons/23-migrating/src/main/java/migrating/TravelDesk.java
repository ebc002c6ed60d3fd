package migrating;

import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Knows hotels, for an exercise. A price needs a telephone call; a forecast comes from the web. Thread-safe. */
final class TravelDesk {

    private static final Duration CALL = ofSeconds(1);

    private final Function<String, Duration> forecast;
    private final Map<String, String> priceFailures = new HashMap<>();
    private final Map<String, String> weatherFailures = new HashMap<>();
    private int calls;
    private int peak;

    /** {@code forecast} returns how long the forecast for a hotel takes. A call takes a second. */
    TravelDesk(Function<String, Duration> forecast) {
        this.forecast = forecast;
    }

    /** Makes {@link #price} fail for this hotel. Call this method before the desk is used. */
    TravelDesk closed(String hotel) {
        priceFailures.put(hotel, hotel + " is closed");
        return this;
    }

    /** Makes {@link #weather} fail for this hotel. Call this method before the desk is used. */
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

    /** The largest number of simultaneous telephone calls so far. */
    synchronized int peak() {
        return peak;
    }
}
