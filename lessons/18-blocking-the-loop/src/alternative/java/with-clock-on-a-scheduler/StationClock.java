package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The clock of a station, and a traveller who asks for a timetable. The clock has a thread of its own. */
final class StationClock {

    /**
     * Prints "Clock: 1", "Clock: 2" and so on, one line per second, until {@code seconds}. After {@code asked}, calls
     * {@code timetable}, which blocks its thread for a while, and prints what it returns. Returns when both have ended.
     *
     * @throws Exception the exception of the timetable
     */
    static void run(int seconds, Duration asked, Callable<String> timetable) throws Exception {
        var left = new CountDownLatch(seconds);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (int second = 1; second <= seconds; second++) {
                String line = "Clock: " + second;
                clock.schedule(() -> print(line, left), second, SECONDS);
            }
            Thread.sleep(asked);
            IO.println(timetable.call());
            left.await();
        }
    }

    private static void print(String line, CountDownLatch left) {
        IO.println(line);
        left.countDown();
    }

    static void main() throws Exception {
        run(6, ofMillis(2_500), () -> {
            Thread.sleep(ofSeconds(3));
            return "The train leaves at 8:15";
        });
    }
}
