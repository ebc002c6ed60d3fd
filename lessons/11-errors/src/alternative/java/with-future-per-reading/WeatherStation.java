package errors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Reads a thermometer every second. */
final class WeatherStation {

    /**
     * Reads the thermometer every second, at once for the first time, until {@code time} has passed. Prints a line for
     * each reading: the degrees, or "no reading: " and the message if the thermometer throws a RuntimeException.
     */
    static void watch(IntSupplier thermometer, Duration time) throws InterruptedException {
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            scheduler.scheduleAtFixedRate(
                    () -> CompletableFuture.supplyAsync(thermometer::getAsInt, Runnable::run)
                            .handle((degrees, failure) -> failure == null
                                    ? degrees + " degrees"
                                    : "no reading: " + failure.getCause().getMessage())
                            .thenAccept(IO::println),
                    0,
                    1,
                    SECONDS);
            Thread.sleep(time);
        }
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
