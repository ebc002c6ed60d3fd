package interleave.recorder.model;

import java.time.Duration;

/**
 * One operation of a lesson, such as a request, as opposed to the thread or task that performs it.
 *
 * @param start time since the start of the version
 * @param end time since the start of the version, at most the end of the version
 */
public record Operation(Duration start, Duration end) {

    /** How long it took. */
    public Duration length() {
        return end.minus(start);
    }
}
