package sensors;

import static java.time.Duration.ofMillis;

import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A compass that delivers a reading every 100 ms, and a control loop that steers by one of them every 200 ms.
 * Implementations pass the readings from one to the other.
 */
interface Steering {

    int READINGS = 20;

    /** The compass calls this for each reading. */
    void arrived(Reading<Integer> reading);

    /** The control loop steers by this reading. */
    Optional<Reading<Integer>> toSteerBy();

    /** Steers for two seconds. */
    default void run() throws Exception {
        var named = Thread.ofVirtual().name("compass").factory();
        try (var threads = Executors.newThreadPerTaskExecutor(named)) {
            var compass = threads.submit(() -> {
                OnTheGrid.run(READINGS, ofMillis(100), number -> {
                    Thread.sleep(ofMillis(50));
                    arrived(Reading.now(number));
                });
                return null;
            });
            try {
                OnTheGrid.run(READINGS / 2, ofMillis(200), number -> toSteerBy().ifPresent(Steering::steer));
                compass.get();
            } finally {
                compass.cancel(true);
            }
        }
    }

    private static void steer(Reading<Integer> reading) {
        IO.println("Steer by reading " + reading.value() + ", " + reading.age().toMillis() + " ms old");
    }
}
