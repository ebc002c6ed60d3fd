package interleave.recorder.model;

import java.time.Duration;

/**
 * What happened to a lane at one moment.
 *
 * @param at since the version's start; after its end when the lane outlives the version
 * @param line without its line end, as the program printed it: control characters and all; of a failure, what failed
 */
public record Mark(Duration at, String line, Kind kind) {

    /** What it was. */
    public enum Kind {
        /** It printed a line. */
        PRINTED,
        /** It printed a line to the standard error stream. */
        COMPLAINED,
        /** What it was doing failed, or was interrupted or cancelled; nobody need have printed that. */
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
