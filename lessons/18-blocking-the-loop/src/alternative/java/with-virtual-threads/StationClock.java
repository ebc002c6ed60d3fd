package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The clock of a station, and a traveller who asks for a timetable. Each has a virtual thread. */
final class StationClock {

    /**
     * Prints "Clock: 1", "Clock: 2" and so on, one line per second, until {@code seconds}. After {@code asked}, calls
     * {@code timetable}, which blocks its thread for a while, and prints what it returns. Returns when both have ended.
     *
     * @throws Exception the exception of the timetable
     */
    static void run(int seconds, Duration asked, Callable<String> timetable) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clock = threads.submit(() -> tick(seconds));
            var traveller = threads.submit(() -> show(asked, timetable));
            try {
                traveller.get();
            } catch (ExecutionException failed) {
                clock.cancel(true);
                throw (Exception) failed.getCause();
            }
            clock.get();
        }
    }

    private static Void show(Duration asked, Callable<String> timetable) throws Exception {
        Thread.sleep(asked);
        IO.println(timetable.call());
        return null;
    }

    private static Void tick(int seconds) throws InterruptedException {
        for (int second = 1; second <= seconds; second++) {
            Thread.sleep(ofSeconds(1));
            IO.println("Clock: " + second);
        }
        return null;
    }

    static void main() throws Exception {
        run(6, ofMillis(2_500), () -> {
            Thread.sleep(ofSeconds(3));
            return "The train leaves at 8:15";
        });
    }
}
