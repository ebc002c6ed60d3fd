// says: Expected "(flash 2)" at 4 s, but it was printed at 4.3 s.
package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
    static void shine(int flashes, Duration period, Lamp lamp) throws InterruptedException {
        var number = new AtomicInteger();
        var last = new CountDownLatch(flashes);
        try (var pool = Executors.newSingleThreadScheduledExecutor()) {
            pool.scheduleWithFixedDelay(
                    () -> {
                        flash(lamp, number.incrementAndGet());
                        last.countDown();
                    },
                    period.toNanos(),
                    period.toNanos(),
                    TimeUnit.NANOSECONDS);
            last.await();
            pool.shutdownNow();
        }
    }

    private static void flash(Lamp lamp, int number) {
        try {
            lamp.flash(number);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void main() throws InterruptedException {
        shine(5, ofSeconds(2), number -> {
            IO.println("Flash " + number);
            Thread.sleep(ofMillis(500));
        });
    }
}
