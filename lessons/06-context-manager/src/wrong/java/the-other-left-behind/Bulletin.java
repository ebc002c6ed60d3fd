// says: It came back at 0.8 s while 2 threads were still running
// says: interrupted
package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

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
        var told = new String[2];
        var first = Thread.ofVirtual().name("weather").start(() -> told[0] = uninterrupted(weather));
        var second = Thread.ofVirtual().name("news").start(() -> told[1] = uninterrupted(news));
        first.join();
        second.join();
        if (told[0] == null || told[1] == null) {
            throw new IllegalStateException((told[0] == null ? weather : news).name() + " does not answer");
        }
        return told[0] + ", " + told[1];
    }

    private static String fetch(Station station) throws InterruptedException {
        try (Line line = station.call()) {
            try {
                return line.ask();
            } catch (IllegalStateException firstFailure) {
                return line.ask();
            }
        }
    }

    private static String uninterrupted(Station station) {
        try {
            return fetch(station);
        } catch (InterruptedException | IllegalStateException failure) {
            return null;
        }
    }

    static void main() throws Exception {
        IO.println(make(new Station("weather", 1), new Station("news", 0)));
    }
}
