package sensors;

import static java.time.Duration.ofMillis;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Keeps the position of a robot that drives along the diagonal, where x and y are always equal. */
interface Tracker {

    /** Reads both coordinates from the sensor, one after the other, and keeps them. */
    void update(Callable<Integer> x, Callable<Integer> y) throws Exception;

    /** The last position. */
    Position position();

    /** Updates the position every 200 ms, and prints it every 300 ms. Reading one coordinate takes 60 ms. */
    default void run() throws Exception {
        var named = Thread.ofVirtual().name("position").factory();
        try (var threads = Executors.newThreadPerTaskExecutor(named)) {
            var sensor = threads.submit(() -> {
                OnTheGrid.run(6, ofMillis(200), number -> update(() -> read(number), () -> read(number)));
                return null;
            });
            try {
                OnTheGrid.run(4, ofMillis(300), number -> IO.println(position()));
                sensor.get();
            } finally {
                sensor.cancel(true);
            }
        }
    }

    private static int read(int coordinate) throws InterruptedException {
        Thread.sleep(ofMillis(60));
        return coordinate;
    }
}
