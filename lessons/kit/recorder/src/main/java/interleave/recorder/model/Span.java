package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * A period in which a lane is in one state.
 *
 * @param start time since the start of the version
 * @param end time since the start of the version, not before {@code start}
 * @param detail the state in words, such as "sleeping" or "waiting for a permit"
 * @param places where in the program the lane waits, innermost first; empty if unknown
 */
public record Span(Duration start, Duration end, State state, String detail, List<Place> places) {

    /** The detail of a loop task that waits for a timer. */
    public static final String SLEEPS_WITHOUT_THREAD = "sleeping; its thread is free for others";

    /** Copies the list, so that a span never changes. */
    public Span {
        places = List.copyOf(places);
    }

    /** A span at an unknown place. */
    public Span(Duration start, Duration end, State state, String detail) {
        this(start, end, state, detail, List.of());
    }

    /** How long it lasted. */
    public Duration length() {
        return end.minus(start);
    }

    /** Whether it is the sleep of a loop task, which does not occupy a thread. */
    public boolean isSleepWithoutThread() {
        return state == State.SLEEP && detail.equals(SLEEPS_WITHOUT_THREAD);
    }
}
