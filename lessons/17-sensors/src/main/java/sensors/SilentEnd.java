package sensors;

import static java.time.Duration.ofMillis;
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

    static void main() throws Exception {
        var robot = new SilentEnd();
        try (var pool = Executors.newSingleThreadScheduledExecutor()) {
            pool.scheduleAtFixedRate(robot::read, 50, 100, MILLISECONDS);
            OnTheGrid.run(10, ofMillis(200), number -> robot.steer());
        }
    }
}
