package interleave.recorder;

import java.time.Duration;

/** Is told each line that a version prints, at the moment it is complete. */
@FunctionalInterface
public interface LineListener {

    /**
     * Called on the printing thread, for one line at a time. What the listener itself prints to {@code System.out} is
     * passed through unwatched.
     *
     * @param sinceStart since the start of the version that printed it
     * @param line without its line end
     */
    void printed(Duration sinceStart, String line);
}
