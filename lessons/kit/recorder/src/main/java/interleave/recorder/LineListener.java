package interleave.recorder;

import java.time.Duration;

/** Is told each line that a version prints, at the moment it is complete. */
@FunctionalInterface
public interface LineListener {

    /**
     * Called on the printing thread, for one line at a time. What the listener itself prints to {@code System.out} is
     * passed through unwatched.
     *
     * @param version that printed it; not always the one that runs now, for threads may outlive theirs
     * @param sinceStart since that version's start
     * @param line without its line end
     */
    void printed(String version, Duration sinceStart, String line);
}
