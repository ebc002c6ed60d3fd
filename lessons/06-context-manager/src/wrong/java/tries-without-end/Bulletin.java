// says: weather was asked 6 times; wanted: 2 times
package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.Executors;

/** The bulletin on the radio: the weather and the news, each from a station that has to be called. */
final class Bulletin {

    /** A line to a station: half a second to open, one for an answer, half a second to close. */
    static final class Line implements AutoCloseable {
        private final String station;
        private int failures;

        /** @param failures how often it fails before it answers */
        Line(String station, int failures) throws InterruptedException {
            this.station = station;
            this.failures = failures;
            IO.println("Calling " + station);
            Thread.sleep(ofMillis(500));
        }

        /** @throws IllegalStateException when there is no answer, after a second */
        String ask() throws InterruptedException {
            IO.println("Asking " + station);
            Thread.sleep(ofSeconds(1));
            if (failures-- > 0) {
                throw new IllegalStateException(station + " does not answer");
            }
            return station + " as told";
        }

        @Override
        public void close() {
            IO.println("Hanging up " + station);
            try {
                Thread.sleep(ofMillis(500));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            IO.println("Closed " + station);
        }
    }

    /** A line that is not open yet. */
    record Station(String name, int failures) {

        Line call() throws InterruptedException {
            return new Line(name, failures);
        }
    }

    /**
     * Asks both stations at once, each a second time, on the same line, when the first fails. All lines are closed
     * then, whatever happened.
     *
     * @throws Exception when a station has failed twice: an IllegalStateException, or what it is wrapped in
     */
    static String make(Station weather, Station news) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> fetch(weather));
            var second = threads.submit(() -> fetch(news));
            return first.get() + ", " + second.get();
        }
    }

    private static String fetch(Station station) throws InterruptedException {
        try (Line line = station.call()) {
            while (true) {
                try {
                    return line.ask();
                } catch (IllegalStateException failure) {
                    continue; // sooner or later it will
                }
            }
        }
    }

    static void main() throws Exception {
        IO.println(make(new Station("weather", 1), new Station("news", 0)));
    }
}
