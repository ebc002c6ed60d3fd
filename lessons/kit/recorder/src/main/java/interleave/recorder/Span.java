package interleave.recorder;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of a lane's life in one state.
 *
 * @param start since the version's start
 * @param end since the version's start; never before {@code start}
 * @param detail the state for a reader, such as "sleeps" or "waits for a permit"
 * @param places where in the program the lane waits, innermost first; empty where that is not known
 */
public record Span(Duration start, Duration end, State state, String detail, List<Place> places) {

    /** Copies the list, so that a span never changes. */
    public Span {
        places = List.copyOf(places);
    }

    /** A span of which nobody knows where in the program it is. */
    public Span(Duration start, Duration end, State state, String detail) {
        this(start, end, state, detail, List.of());
    }

    /** How long it lasted. */
    public Duration length() {
        return end.minus(start);
    }
}
