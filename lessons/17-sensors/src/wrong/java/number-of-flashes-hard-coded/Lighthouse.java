// says: Expected "(flash 6)" at 4.2 s, but it was never printed.
package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

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
        long start = System.nanoTime();
        for (int number = 1; number <= 5; number++) {
            long due = start + number * period.toNanos();
            Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
            lamp.flash(number);
        }
    }

    static void main() throws InterruptedException {
        shine(5, ofSeconds(2), number -> {
            IO.println("Flash " + number);
            Thread.sleep(ofMillis(500));
        });
    }
}
