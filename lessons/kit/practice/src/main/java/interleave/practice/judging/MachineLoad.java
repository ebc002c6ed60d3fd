package interleave.practice.judging;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The load of this machine. Limits of real time are longer on a busy machine. */
public final class MachineLoad {
    private static final double HIGH = 2;
    private static final double MOST = 10;

    private MachineLoad() {}

    /** Whether a thread gets less than half of a processor. */
    public static boolean isHigh() {
        return threadsPerProcessor() > HIGH;
    }

    /** The limit, extended so that a program gets the same processor time as on an idle machine. */
    public static Duration scaled(Duration limit) {
        double slower = Math.clamp(threadsPerProcessor(), 1, MOST);
        return Duration.ofMillis((long) (limit.toMillis() * slower));
    }

    /** Negative where the operating system does not report its load, such as Windows. */
    private static double threadsPerProcessor() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }
}
