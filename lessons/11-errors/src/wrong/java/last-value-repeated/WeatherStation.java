// says: Expected "no reading: no answer" at 2 s, but it was never printed.
package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            scheduler.scheduleAtFixedRate(() -> read(thermometer), 0, 1, SECONDS);
            Thread.sleep(time);
        }
    }

    private static void read(IntSupplier thermometer) {
        try {
            LAST.set(thermometer.getAsInt());
        } catch (RuntimeException failed) {
            // the last value is still the best guess
        }
        IO.println(LAST.get() + " degrees");
    }

    private static final AtomicInteger LAST = new AtomicInteger();

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
