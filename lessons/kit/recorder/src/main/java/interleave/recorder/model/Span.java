package interleave.recorder.model;

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

    /** The detail of a loop task that sleeps by a timer. */
    public static final String SLEEPS_WITHOUT_THREAD = "sleeps, its thread is free for others";

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

    /** Whether it is the sleep of a loop task, which holds no thread. */
    public boolean isSleepWithoutThread() {
        return state == State.SLEEP && detail.equals(SLEEPS_WITHOUT_THREAD);
    }
}
