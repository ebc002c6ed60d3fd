package interleave.practice.judging;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How busy this machine is with other programs: limits of real time are longer then. */
public final class MachineLoad {
    /** Runnable threads for each processor, from which on a program gets only a small part of its time. */
    private static final double BUSY = 2;

    private static final int LONGER_WHEN_BUSY = 6;

    private MachineLoad() {}

    public static boolean isHigh() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() > BUSY * machine.getAvailableProcessors();
    }

    /** The limit as it is, or several times as long when the machine is busy. */
    public static Duration scaled(Duration limit) {
        return isHigh() ? limit.multipliedBy(LONGER_WHEN_BUSY) : limit;
    }
}
