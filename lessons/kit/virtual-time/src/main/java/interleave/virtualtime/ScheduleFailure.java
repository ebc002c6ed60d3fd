package interleave.virtualtime;

/** A schedule under which a program fails, found by {@link VirtualTime#explore}: its seed, and what each thread did. */
public final class ScheduleFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final long seed;

    ScheduleFailure(long seed, int seeds, Throwable failure, String schedule) {
        super(
                "fails under seed " + seed + " of " + seeds + ": " + failure + System.lineSeparator() + schedule,
                failure);
        this.seed = seed;
    }

    /** Replays the schedule: {@code new VirtualTime().seed(seed).start(body)}, as long as the code is the same. */
    public long seed() {
        return seed;
    }
}
