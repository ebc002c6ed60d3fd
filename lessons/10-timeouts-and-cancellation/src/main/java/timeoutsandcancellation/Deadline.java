package timeoutsandcancellation;

import java.time.Duration;

/** A moment by which an operation must have ended. Its name says who set it. */
public final class Deadline {

    private final String name;
    /** Comparable with {@link System#nanoTime()}. */
    private final long moment;

    private Deadline(String name, long moment) {
        this.name = name;
        this.moment = moment;
    }

    /** The deadline that is {@code limit} from now. */
    public static Deadline after(String name, Duration limit) {
        return new Deadline(name, System.nanoTime() + limit.toNanos());
    }

    /** The time that is left, and zero after the deadline. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, moment - System.nanoTime()));
    }

    /** The earlier of the two deadlines. */
    public Deadline within(Deadline outer) {
        return moment - outer.moment < 0 ? this : outer;
    }

    /** The exception for an operation that has not ended by this deadline. */
    public DeadlineExceededException exceeded() {
        return new DeadlineExceededException(this);
    }

    @Override
    public String toString() {
        return "the deadline of the " + name;
    }
}
