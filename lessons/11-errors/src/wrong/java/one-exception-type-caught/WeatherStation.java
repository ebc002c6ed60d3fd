// says: Expected "no reading: not a number" at 4 s
// says: A task failed with NumberFormatException
package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
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
            IO.println(thermometer.getAsInt() + " degrees");
        } catch (IllegalStateException failed) {
            IO.println("no reading: " + failed.getMessage());
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
