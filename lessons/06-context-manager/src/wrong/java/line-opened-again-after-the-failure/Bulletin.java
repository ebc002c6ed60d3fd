// says: Expected one line to weather, but 2 were opened
// says: on the same line
package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.Executors;

/** A radio bulletin: the weather and the news, each from a station on the telephone. */
final class Bulletin {

    /** An open telephone line. Opening it takes 0.5 s, an answer 1 s, and closing it 0.5 s. */
    static final class Line implements AutoCloseable {
        private final String station;
        private int failures;

        /** @param failures how many times the station fails before it answers */
        Line(String station, int failures) throws InterruptedException {
            this.station = station;
            this.failures = failures;
            IO.println("Calling " + station);
            Thread.sleep(ofMillis(500));
        }

        /** @throws IllegalStateException after 1 s, if there is no answer */
        String ask() throws InterruptedException {
            IO.println("Asking " + station);
            Thread.sleep(ofSeconds(1));
            if (failures-- > 0) {
                throw new IllegalStateException(station + " does not answer");
            }
            return station + " report";
        }

        @Override
        public void close() {
            IO.println("Closing line to " + station);
            try {
                Thread.sleep(ofMillis(500));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            IO.println("Closed line to " + station);
        }
    }

    /** A station that you can call. */
    record Station(String name, int failures) {

        Line call() throws InterruptedException {
            return new Line(name, failures);
        }
    }

    /**
     * Asks both stations at the same time. If a station fails, asks it once more, on the same line. Closes all lines,
     * whatever happens.
     *
     * @throws Exception if a station fails twice: its IllegalStateException, or an exception that wraps it
     */
    static String make(Station weather, Station news) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> report(weather));
            var second = threads.submit(() -> report(news));
            return first.get() + ", " + second.get();
        }
    }

    private static String report(Station station) throws InterruptedException {
        try (var line = station.call()) {
            return line.ask();
        } catch (IllegalStateException failed) {
            try (var line = station.call()) {
                return line.ask();
            }
        }
    }

    static void main() throws Exception {
        IO.println(make(new Station("weather", 1), new Station("news", 0)));
    }
}
