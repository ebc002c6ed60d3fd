package interleave.recorder;

import java.time.Duration;

/**
 * A line that a lane printed.
 *
 * @param at since the version's start; after its end when the lane outlives the version
 * @param line without its line end, as the program printed it: control characters and all
 */
public record Mark(Duration at, String line) {}
