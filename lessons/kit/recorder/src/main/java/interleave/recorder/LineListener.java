package interleave.recorder;

import java.time.Duration;

/** Receives each line that a version prints, as soon as the line is complete. */
@FunctionalInterface
public interface LineListener {

    /**
     * Called on the printing thread, for one line at a time. Output of the listener itself to {@code System.out} is not
     * recorded.
     *
     * @param version the version that printed the line; a thread may outlive its version, so it is not always the
     *     running one
     * @param sinceStart time since the start of that version
     * @param line without its line end
     */
    void printed(String version, Duration sinceStart, String line);
}
