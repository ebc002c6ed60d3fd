// says: "22 degrees" at 3 s, but it was printed at 2 s
package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            schedule(scheduler, thermometer);
            Thread.sleep(time);
        }
    }

    private static void schedule(ScheduledExecutorService scheduler, IntSupplier thermometer) {
        scheduler.scheduleAtFixedRate(() -> read(scheduler, thermometer), 0, 1, SECONDS);
    }

    private static void read(ScheduledExecutorService scheduler, IntSupplier thermometer) {
        try {
            IO.println(thermometer.getAsInt() + " degrees");
        } catch (RuntimeException failed) {
            IO.println("no reading: " + failed.getMessage());
            schedule(scheduler, thermometer);
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
