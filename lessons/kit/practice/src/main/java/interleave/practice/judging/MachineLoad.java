package interleave.practice.judging;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How busy this machine is with other programs: limits of real time are longer then. */
public final class MachineLoad {
    private static final double HIGH = 2;
    private static final double MOST = 10;

    private MachineLoad() {}

    /** Whether a program gets less than half of the time of a processor. */
    public static boolean isHigh() {
        return threadsForEachProcessor() > HIGH;
    }

    /** The limit, longer by as much as a program is slower now, so that it gets the same time of a processor. */
    public static Duration scaled(Duration limit) {
        double slower = Math.clamp(threadsForEachProcessor(), 1, MOST);
        return Duration.ofMillis((long) (limit.toMillis() * slower));
    }

    /** Negative where the system does not know, as on Windows. */
    private static double threadsForEachProcessor() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }
}
