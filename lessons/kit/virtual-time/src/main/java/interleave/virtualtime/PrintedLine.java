package interleave.virtualtime;

import java.time.Duration;

/**
 * A line that a run printed to {@code System.out}.
 *
 * @param at virtual time since the start of the run
 * @param thread the name of the thread that printed it
 * @param text without its line end
 */
public record PrintedLine(Duration at, String thread, String text) {}
