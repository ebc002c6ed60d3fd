package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * The life of one thread or task within a version.
 *
 * @param name as the program chose it: control characters and all
 * @param start since the version's start
 * @param end since the version's start; the version's end when the lane outlives it
 * @param outlives whether it still lived at the version's end
 * @param spans cover the life from start to end, in order, without gap or overlap
 * @param marks printed lines, in order
 */
public record Lane(
        String name,
        LaneKind kind,
        Duration start,
        Duration end,
        boolean outlives,
        List<Span> spans,
        List<Mark> marks) {

    /** Copies the lists, so that a lane never changes. */
    public Lane {
        spans = List.copyOf(spans);
        marks = List.copyOf(marks);
    }

    /**
     * Whether it is a thread that waits for work and was never seen in the program: a library has started it for
     * itself.
     */
    public boolean isOfALibrary() {
        return kind == LaneKind.PLATFORM_THREAD
                && marks.isEmpty()
                && spans.stream().anyMatch(span -> span.state() == State.IDLE)
                && spans.stream().allMatch(span -> span.places().isEmpty());
    }
}
