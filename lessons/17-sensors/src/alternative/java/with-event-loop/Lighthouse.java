package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A lighthouse that flashes at regular intervals. */
final class Lighthouse {

    /** A lamp. */
    interface Lamp {
        /** Flashes once, and returns after a moment, when the lamp is dark again. Flashes are counted from 1. */
        void flash(int number) throws InterruptedException;
    }

    /**
     * Flashes this many times. The first flash is due after {@code period}, and the others follow once per period.
     * While the lamp flashes, no other flash can begin: if one takes longer than a period, the next one follows at
     * once, and those after it are on the grid again.
     */
    static void shine(int flashes, Duration period, Lamp lamp) throws Exception {
        EventLoop.run(loop -> flashFrom(loop, 1, flashes, System.nanoTime(), period, lamp));
    }

    private static CompletionStage<Void> flashFrom(
            EventLoop loop, int number, int flashes, long start, Duration period, Lamp lamp) {
        if (number > flashes) {
            return loop.completed(null);
        }
        long due = start + number * period.toNanos();
        return loop.sleep(Duration.ofNanos(due - System.nanoTime()))
                .thenCompose(slept -> loop.toThread(() -> {
                    lamp.flash(number);
                    return null;
                }))
                .thenCompose(flashed -> flashFrom(loop, number + 1, flashes, start, period, lamp));
    }

    static void main() throws Exception {
        shine(5, ofSeconds(2), number -> {
            IO.println("Flash " + number);
            Thread.sleep(ofMillis(500));
        });
    }
}
