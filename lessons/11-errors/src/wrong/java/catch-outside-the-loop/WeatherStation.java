// says: Expected "22 degrees" at 3 s, but it was never printed.
package errors;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                IO.println(thermometer.getAsInt() + " degrees");
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (RuntimeException failed) {
            IO.println("no reading: " + failed.getMessage());
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
