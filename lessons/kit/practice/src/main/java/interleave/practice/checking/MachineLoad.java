package interleave.practice.checking;

import java.lang.management.ManagementFactory;

/** The load of this machine. Time limits are longer on a busy machine. */
final class MachineLoad {
    private static final double HIGH = 2;

    private MachineLoad() {}

    /** Whether a thread gets less than half of a processor. */
    static boolean isHigh() {
        return threadsPerProcessor() > HIGH;
    }

    /** Negative where the operating system does not report its load, such as Windows. */
    private static double threadsPerProcessor() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }
}
