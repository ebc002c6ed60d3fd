package interleave.recorder;

import java.time.Duration;

/**
 * A stretch of a lane's life in one state.
 *
 * @param start since the version's start
 * @param end since the version's start; never before {@code start}
 * @param detail the state for a reader, such as "sleeps" or "waits for a permit"
 */
public record Span(Duration start, Duration end, State state, String detail) {

    /** How long it lasted. */
    public Duration length() {
        return end.minus(start);
    }
}
