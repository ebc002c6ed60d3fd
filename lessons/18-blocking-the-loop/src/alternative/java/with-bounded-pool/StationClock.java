package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/** The clock of a station, and a traveller who asks for a timetable. Both run on one event loop. */
final class StationClock {

    /**
     * Prints "Clock: 1", "Clock: 2" and so on, one line per second, until {@code seconds}. After {@code asked}, calls
     * {@code timetable}, which blocks its thread for a while, and prints what it returns. Returns when both have ended.
     *
     * @throws Exception the exception of the timetable
     */
    static void run(int seconds, Duration asked, Callable<String> timetable) throws Exception {
        try (var pool = new ThreadPoolExecutor(1, 1, 0, SECONDS, new ArrayBlockingQueue<>(10))) {
            EventLoop.run(loop -> loop.gather(tick(loop, 1, seconds), show(loop, asked, pool, timetable)));
        }
    }

    private static CompletionStage<Void> show(
            EventLoop loop, Duration asked, ExecutorService pool, Callable<String> timetable) {
        return loop.sleep(asked)
                .thenCompose(now -> loop.toThread(pool, timetable))
                .thenAccept(IO::println);
    }

    private static CompletionStage<Void> tick(EventLoop loop, int second, int seconds) {
        return loop.sleep(ofSeconds(1)).thenCompose(passed -> {
            IO.println("Clock: " + second);
            return second == seconds ? loop.completed(null) : tick(loop, second + 1, seconds);
        });
    }

    static void main() throws Exception {
        run(6, ofMillis(2_500), () -> {
            Thread.sleep(ofSeconds(3));
            return "The train leaves at 8:15";
        });
    }
}
