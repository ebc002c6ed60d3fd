// says: Expected "no reading: no answer" at 2 s, but it was never printed.
// says: on the thread of the scheduler
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
            try {
                scheduler.scheduleAtFixedRate(() -> IO.println(thermometer.getAsInt() + " degrees"), 0, 1, SECONDS);
            } catch (RuntimeException failed) {
                IO.println("no reading: " + failed.getMessage());
            }
            Thread.sleep(time);
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
