package interleave.virtualtime.engine;

import interleave.virtualtime.engine.races.Race;
import java.time.Duration;
import java.util.List;

/**
 * The result of a run.
 *
 * @param elapsed virtual time from the start to the end of the body
 * @param leftRunning names of threads that were still running
 * @param uncontrolled operations that virtual time could not control
 * @param uncaught the exceptions that ended threads and had no handler
 * @param races the data races that were found
 * @param slices the number of times that a thread was run
 * @param fingerprint equal for two runs that took the same steps at the same times
 */
public record Outcome(
        Duration elapsed,
        List<String> leftRunning,
        List<String> uncontrolled,
        List<Uncaught> uncaught,
        List<Race> races,
        long slices,
        long fingerprint) {}
