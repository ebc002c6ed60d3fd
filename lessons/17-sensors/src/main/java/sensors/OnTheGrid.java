package sensors;

import java.time.Duration;

/** Sleeps until the next moment of a grid. The work of a tick makes the next sleep shorter, but no tick late. */
final class OnTheGrid {
    private OnTheGrid() {}

    static void run(int ticks, Duration period, Tick tick) throws Exception {
        long start = System.nanoTime();
        for (int number = 1; number <= ticks; number++) {
            long due = start + number * period.toNanos();
            Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
            tick.happen(number);
        }
    }

    static void main() throws Exception {
        run(8, Duration.ofMillis(200), Tick::printAndWork);
    }
}
