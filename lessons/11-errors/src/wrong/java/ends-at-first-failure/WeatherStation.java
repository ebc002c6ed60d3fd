// says: Expected "22 degrees" at 3 s, but it was never printed.
package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            scheduler
                    .scheduleAtFixedRate(() -> IO.println(thermometer.getAsInt() + " degrees"), 0, 1, SECONDS)
                    .get(time.toNanos(), NANOSECONDS);
        } catch (ExecutionException failed) {
            IO.println("no reading: " + failed.getCause().getMessage());
        } catch (TimeoutException over) {
            IO.println("done");
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
