package sensors;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The task catches its exception, so it runs again. The control loop checks how old its reading is. */
final class FailureReported {

    /** The maximum age of a reading: two periods of the compass. */
    private static final Duration OLDEST = ofMillis(200);

    private final Compass compass = new Compass();
    private final Failures failures = new Failures("compass");
    private final Latest<Integer> latest = new Latest<>();

    private void read() {
        try {
            latest.publish(compass.read());
            failures.worked();
        } catch (IOException | RuntimeException failure) {
            failures.failed(failure);
        }
    }

    private void steer() {
        latest.get().ifPresent(FailureReported::steerBy);
    }

    private static void steerBy(Reading<Integer> reading) {
        Duration age = reading.age();
        IO.println(
                age.compareTo(OLDEST) <= 0
                        ? "Steer by reading " + reading.value()
                        : "Stop! Reading " + reading.value() + " is " + age.toMillis() + " ms old");
    }

    static void main() throws Exception {
        var robot = new FailureReported();
        try (var pool = Executors.newSingleThreadScheduledExecutor()) {
            var readings = pool.scheduleAtFixedRate(robot::read, 50, 100, MILLISECONDS);
            OnTheGrid.run(10, ofMillis(200), number -> robot.steer());
            readings.cancel(true);
        }
    }
}
