package errors;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    /**
     * Reads the thermometer every second, at once for the first time, until {@code time} has passed. Prints a line for
     * each reading: the degrees, or "no reading: " and the message if the thermometer throws a RuntimeException.
     */
    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        for (int second = 0; second <= time.toSeconds(); second++) {
            Thread.sleep(Duration.ofNanos(begin + Duration.ofSeconds(second).toNanos() - System.nanoTime()));
            String line;
            try {
                line = thermometer.getAsInt() + " degrees";
            } catch (RuntimeException failed) {
                line = "no reading: " + failed.getMessage();
            }
            IO.println(line);
        }
        Thread.sleep(Duration.ofNanos(begin + time.toNanos() - System.nanoTime()));
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
