package blockingtheloop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The clock of a station, and a traveller who asks for a timetable. Both run on one event loop. */
final class StationClock {

    /**
     * Prints "Clock: 1", "Clock: 2" and so on, one line per second, until {@code seconds}. After {@code asked}, calls
     * {@code timetable}, which blocks its thread for a while, and prints what it returns. Returns when both have ended.
     *
     * @throws Exception the exception of the timetable
     */
    static void run(int seconds, Duration asked, Callable<String> timetable) throws Exception {
        EventLoop.run(loop -> loop.gather(tick(loop, 1, seconds), show(loop, asked, timetable)));
    }

    private static CompletionStage<Void> show(EventLoop loop, Duration asked, Callable<String> timetable) {
        return loop.sleep(asked).thenCompose(now -> started(timetable)).thenAccept(IO::println);
    }

    private static CompletableFuture<String> started(Callable<String> timetable) {
        var loaded = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try {
                loaded.complete(timetable.call());
            } catch (Exception failure) {
                loaded.completeExceptionally(failure);
            }
        });
        return loaded;
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
