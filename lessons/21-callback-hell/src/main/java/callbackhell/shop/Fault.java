package callbackhell.shop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** A fault that a server can have. */
public enum Fault {
    /** It answers in time, with a {@link StepException}. */
    FAILS(ZERO),
    /** It answers a second late. */
    SLOW(ofSeconds(1)),
    /** It does not answer within an hour. */
    HANGS(ofHours(1));

    private final Duration delay;

    Fault(Duration delay) {
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }
}
