package sensors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;

/** Wrong on purpose: a periodic task that throws never runs again, and nothing is printed. */
final class SilentEnd {

    private final Compass compass = new Compass();
    private volatile int reading;

    private void read() {
        try {
            reading = compass.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void steer() {
        IO.println("Steer by reading " + reading);
    }

    static void main() throws InterruptedException {
        var robot = new SilentEnd();
        try (var pool = Executors.newScheduledThreadPool(2)) {
            pool.scheduleAtFixedRate(robot::read, 50, 100, MILLISECONDS);
            pool.scheduleAtFixedRate(robot::steer, 200, 200, MILLISECONDS);
            Thread.sleep(2_100);
            pool.shutdownNow();
        }
    }
}
