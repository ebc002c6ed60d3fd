package errors;

import static java.time.Duration.ofMillis;

import interleave.eventloop.EventLoop;
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
        try {
            EventLoop.run(loop -> {
                read(loop, thermometer);
                return loop.sleep(time);
            });
        } catch (InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Asks for the next reading before this one, so that an exception of this one cannot prevent it. */
    private static void read(EventLoop loop, IntSupplier thermometer) {
        loop.sleep(Duration.ofSeconds(1)).thenRun(() -> read(loop, thermometer));
        loop.completed(thermometer)
                .thenApply(IntSupplier::getAsInt)
                .handle((degrees, failure) -> failure == null
                        ? degrees + " degrees"
                        : "no reading: " + failure.getCause().getMessage())
                .thenAccept(IO::println);
    }

    static void main() throws InterruptedException {
        var temperatures = List.of(20, 21, 0, 22).iterator();
        watch(() -> 100 / temperatures.next(), ofMillis(3_500)); // divides by zero at the third reading
    }
}
