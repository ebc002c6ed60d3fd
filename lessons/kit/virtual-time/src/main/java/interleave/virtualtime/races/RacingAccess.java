package interleave.virtualtime.races;

/**
 * One of the two accesses of a data race.
 *
 * @param thread the name of the thread; may be empty
 * @param type the simple name of the outermost class whose code makes the access
 * @param line its line in the source file of that class
 * @param action such as {@code read count} or {@code Map.put}
 * @param writes whether it writes
 */
public record RacingAccess(String thread, String type, int line, String action, boolean writes) {}
