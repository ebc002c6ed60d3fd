package interleave.virtualtime.engine;

import java.time.Duration;
import java.util.List;

/**
 * How a run went.
 *
 * @param elapsed virtual time from the start to the end of the body
 * @param leftRunning names of threads that had not ended
 * @param uncontrolled what virtual time could not control
 * @param slices how often a thread got the processor
 * @param fingerprint equal for two runs that took the same steps at the same times
 */
public record Outcome(
        Duration elapsed, List<String> leftRunning, List<String> uncontrolled, long slices, long fingerprint) {}
