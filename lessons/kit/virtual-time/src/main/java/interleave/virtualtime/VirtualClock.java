package interleave.virtualtime;

import java.time.Duration;

/**
 * The clock of the run to which the calling thread belongs. Tests with {@link InVirtualTime} may take it as a
 * parameter.
 */
public interface VirtualClock {
    /** Virtual time since the start of the run. */
    Duration elapsed();
}
