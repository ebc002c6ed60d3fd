package timeoutsandcancellation;

import java.util.concurrent.TimeoutException;

/** An operation has not ended by its deadline, and was cancelled. */
public final class DeadlineExceededException extends TimeoutException {

    private final transient Deadline deadline;

    DeadlineExceededException(Deadline deadline) {
        super(deadline + " has passed");
        this.deadline = deadline;
    }

    /** The deadline that has passed. If deadlines are nested, it shows whose it was. */
    public Deadline deadline() {
        return deadline;
    }
}
