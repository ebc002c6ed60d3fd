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
        Thread reader = Thread.ofVirtual().name("reader").start(() -> readUntilInterrupted(thermometer));
        try {
            Thread.sleep(time);
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    private static void readUntilInterrupted(IntSupplier thermometer) {
        try {
            while (true) {
                IO.println(reading(thermometer));
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // ends this thread
        }
    }

    private static String reading(IntSupplier thermometer) {
        try {
            return thermometer.getAsInt() + " degrees";
        } catch (RuntimeException failed) {
            return "no reading: " + failed.getMessage();
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
