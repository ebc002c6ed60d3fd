package interleave.recorder;

import java.time.Duration;
import java.util.Optional;

/**
 * How a version ended.
 *
 * @param time from its start to its end
 * @param failure the exception that it threw, if any
 */
public record Outcome(Duration time, Optional<Throwable> failure) {}
