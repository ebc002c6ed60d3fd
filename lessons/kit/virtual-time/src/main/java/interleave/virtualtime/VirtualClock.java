package interleave.virtualtime;

import java.time.Duration;

/** The clock of the run that the calling thread belongs to. A parameter of tests that are {@link InVirtualTime}. */
public interface VirtualClock {
    /** Virtual time since the run began. */
    Duration elapsed();
}
