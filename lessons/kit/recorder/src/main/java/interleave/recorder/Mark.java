package interleave.recorder;

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

    boolean isPrinted() {
        return kind == Kind.PRINTED;
    }

    boolean isFailure() {
        return kind == Kind.FAILED;
    }
}
