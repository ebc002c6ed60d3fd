package benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** A process that prints how many bytes of its heap its sleepers keep while they sleep. */
final class WeighedSleepers {

    static void main(String[] arguments) throws Exception {
        var sleep = Duration.parse(arguments[2]);
        long before = liveBytes();
        var scales = Thread.ofPlatform().daemon().start(() -> weigh(before, sleep));
        Sleepers.valueOf(arguments[0]).gather(Integer.parseInt(arguments[1]), sleep);
        scales.join();
    }

    /** Shortly before the first wakes up, when surely the last has fallen asleep. */
    private static void weigh(long before, Duration sleep) {
        try {
            Thread.sleep(sleep.multipliedBy(8).dividedBy(10));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        IO.println(liveBytes() - before);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
