package interleave.recorder.model;

import interleave.virtualtime.Stuck;
import java.util.Optional;

/** How the run of a version ended. */
public enum Ending {
    /** Without an exception. */
    DONE,
    /** With an exception. Its time cannot be compared with that of other versions. */
    FAILED,
    /** It hung: all of its threads waited, or it did not end within the limit. */
    STUCK,
    /** It was interrupted. */
    STOPPED,
    /** It had not ended when the recording ended. */
    OPEN;

    /** The ending of a version with this exception, if any. */
    public static Ending of(Optional<Throwable> failure) {
        return failure.map(Ending::of).orElse(DONE);
    }

    private static Ending of(Throwable failure) {
        return switch (failure) {
            case InterruptedException interrupted -> STOPPED;
            case Stuck stuck -> STUCK;
            default -> FAILED;
        };
    }
}
