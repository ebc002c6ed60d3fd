package interleave.recorder.model;

import java.time.Duration;

/**
 * An event of a lane at one moment.
 *
 * @param at time since the start of the version; may be after its end if the lane outlives it
 * @param line the printed line without its line end, which may contain control characters; or the failure as text
 */
public record Mark(Duration at, String line, Kind kind) {

    /** The kind of event. */
    public enum Kind {
        /** A line on the standard output. */
        PRINTED,
        /** A line on the standard error stream. */
        PRINTED_TO_ERR,
        /** A failure, an interrupt or a cancellation. */
        FAILED
    }

    /** A printed line. */
    public Mark(Duration at, String line) {
        this(at, line, Kind.PRINTED);
    }

    /** Whether it is a line on the standard output. */
    public boolean isPrinted() {
        return kind == Kind.PRINTED;
    }

    /** Whether it is a failure, an interrupt or a cancellation. */
    public boolean isFailure() {
        return kind == Kind.FAILED;
    }

    /** Whether the work was stopped from outside, by an interrupt or a cancellation. */
    public boolean isStop() {
        return isFailure() && FailureText.isStop(line);
    }
}
