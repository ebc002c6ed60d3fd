package interleave.virtualtime;

/** A schedule with which a program fails, found by {@link VirtualTime#explore}: its seed, and what each thread did. */
public final class ScheduleFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final long seed;

    ScheduleFailure(long seed, int seeds, Throwable failure, String schedule) {
        super(
                "Failed with seed " + seed + " of " + seeds + ": " + failure + System.lineSeparator() + schedule,
                failure);
        this.seed = seed;
    }

    /**
     * The seed that replays this schedule, until the code changes: {@code new VirtualTime().seed(seed).start(body)}, or
     * {@code scheduler(strategy.apply(seed))} if another strategy was used.
     */
    public long seed() {
        return seed;
    }
}
