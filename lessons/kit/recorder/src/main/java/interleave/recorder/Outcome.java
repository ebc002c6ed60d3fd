package interleave.recorder;

import java.time.Duration;
import java.util.Optional;

/**
 * How a version ended.
 *
 * @param time from its start to its end
 * @param failure what it threw, if it did
 */
public record Outcome(Duration time, Optional<Throwable> failure) {}
