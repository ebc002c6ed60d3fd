package interleave.virtualtime;

/** Thrown by {@link VirtualTime#exploreAll} for a schedule that fails. The message has the steps of each thread. */
public final class FailingSchedule extends AssertionError {
    private static final long serialVersionUID = 1;

    private final int number;
    private final int preemptions;

    FailingSchedule(int number, int preemptions, Throwable failure, String schedule) {
        super(
                "Failed in schedule " + number + ", with "
                        + (preemptions == 1 ? "1 preemption" : preemptions + " preemptions") + ": " + failure
                        + System.lineSeparator() + schedule,
                failure);
        this.number = number;
        this.preemptions = preemptions;
    }

    /** The number of the schedule in the order in which they were tried; the first one is 1. */
    public int number() {
        return number;
    }

    /** The number of preemptions in the schedule. No schedule with fewer preemptions fails. */
    public int preemptions() {
        return preemptions;
    }
}
