package interleave.virtualtime;

import java.time.Duration;

/**
 * An exception that ended a thread of a run, and that no handler of the program took.
 *
 * @param thread the name of the thread
 * @param at virtual time since the start of the run
 */
public record UncaughtException(String thread, Duration at, Throwable exception) {}
