package interleave.recorder.model;

import java.time.Duration;
import java.util.List;

/**
 * One thread or task of a version.
 *
 * @param name as the program chose it; may contain control characters
 * @param start time since the start of the version
 * @param end time since the start of the version, at most the end of the version
 * @param outlives whether the lane continues after the end of the version
 * @param spans cover the time from start to end, in order, without gaps or overlaps
 * @param marks printed lines and failures, in order
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

    /** Whether it is a library thread: an idle thread that never ran code of the program. */
    public boolean isOfALibrary() {
        return kind == LaneKind.PLATFORM_THREAD
                && marks.isEmpty()
                && spans.stream().anyMatch(span -> span.state() == State.IDLE)
                && spans.stream().allMatch(span -> span.places().isEmpty());
    }
}
