package interleave.virtualtime.engine;

import java.time.Duration;

/**
 * An exception that ended a thread of the run, or a task of a fork-join pool, and that no handler of the program took.
 *
 * @param thread the name of the thread
 * @param at virtual time since the start of the run
 */
public record Uncaught(String thread, Duration at, Throwable exception) {}
