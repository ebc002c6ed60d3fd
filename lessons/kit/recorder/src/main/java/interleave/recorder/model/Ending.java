package interleave.recorder.model;

import java.util.Optional;

/** How the run of a version ended. */
public enum Ending {
    /** Without an exception. */
    DONE,
    /** With an exception. Its time cannot be compared with that of other versions. */
    FAILED,
    /** It was interrupted. */
    STOPPED,
    /** It had not ended when the recording ended. */
    OPEN;

    /** The ending of a version with this exception, if any. */
    public static Ending of(Optional<Throwable> failure) {
        return failure.map(thrown -> thrown instanceof InterruptedException ? STOPPED : FAILED)
                .orElse(DONE);
    }
}
