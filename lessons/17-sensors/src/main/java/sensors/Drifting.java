package sensors;

import java.time.Duration;

/** Wrong on purpose: sleeps for a whole period after the work of each tick, so the work delays all later ticks. */
final class Drifting {
    private Drifting() {}

    static void run(int ticks, Duration period, Tick tick) throws Exception {
        for (int number = 1; number <= ticks; number++) {
            Thread.sleep(period);
            tick.happen(number);
        }
    }

    static void main() throws Exception {
        run(8, Duration.ofMillis(200), Tick::printAndWork);
    }
}
