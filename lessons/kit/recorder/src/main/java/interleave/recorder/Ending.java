package interleave.recorder;

import java.time.Duration;
import java.util.Optional;

/** How the run of a version came to its end. */
public enum Ending {
    /** By itself. */
    DONE(""),
    /** With a failure: what it took says nothing about what it would have taken. */
    FAILED("failed"),
    /** It was interrupted from outside. */
    STOPPED("stopped"),
    /** Not at all, while it was watched. */
    OPEN("so far");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** The ending of a version that threw this, or nothing. */
    public static Ending of(Optional<Throwable> failure) {
        return failure.map(thrown -> thrown instanceof InterruptedException ? STOPPED : FAILED)
                .orElse(DONE);
    }

    /** What a version that ran so long is told to have taken: "3.0 s", "failed at 1.0 s", "2.0 s so far". */
    String told(Duration time) {
        return switch (this) {
            case DONE -> Scale.text(time);
            case FAILED, STOPPED -> word + " at " + Scale.text(time);
            case OPEN -> Scale.text(time) + " " + word;
        };
    }

    /** As {@link #told}, where there is only room for a time or a word, and times are compared. */
    String toldShort(Duration time) {
        return this == FAILED || this == STOPPED ? word : Scale.text(time);
    }
}
