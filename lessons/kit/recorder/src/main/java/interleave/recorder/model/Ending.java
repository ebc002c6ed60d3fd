package interleave.recorder.model;

import java.util.Optional;

/** How the run of a version came to its end. */
public enum Ending {
    /** By itself. */
    DONE,
    /** With a failure: what it took says nothing about what it would have taken. */
    FAILED,
    /** It was interrupted from outside. */
    STOPPED,
    /** Not at all, while it was watched. */
    OPEN;

    /** The ending of a version that threw this, or nothing. */
    public static Ending of(Optional<Throwable> failure) {
        return failure.map(thrown -> thrown instanceof InterruptedException ? STOPPED : FAILED)
                .orElse(DONE);
    }
}
