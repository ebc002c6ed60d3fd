package interleave.recorder.model;

/** What a lane does during a span. {@link #meaning()} has the words that every view uses. */
public enum State {
    /** Runs, or is ready to run. */
    RUNNING("running"),
    /** Sleeps for a fixed time. */
    SLEEP("sleeping"),
    /** Waits for a monitor or a lock that another lane holds. */
    LOCK("blocked on a lock"),
    /** Waits for a socket. */
    IO("blocked on I/O"),
    /** Waits for other lanes of the program to finish or to arrive: join, a future, a latch, closing an executor. */
    RESULT("blocked on a result"),
    /** Has no work: a pool thread without a task, an event loop with nothing ready, a task before its first turn. */
    IDLE("idle"),
    /** Waits for anything else: a permit, an item of a queue, a notification. */
    OTHER("waiting");

    private final String meaning;

    State(String meaning) {
        this.meaning = meaning;
    }

    /** The state in words, for a legend: "sleeping". */
    public String meaning() {
        return meaning;
    }

    /** Whether this is a wait of any kind. */
    public boolean isWait() {
        return this != RUNNING;
    }

    /**
     * Whether a lane in this state has an operation of its own in progress. Waiting for other lanes does not count:
     * neither for their results, nor for a lock or a permit that they hold.
     */
    public boolean isInProgress() {
        return switch (this) {
            case RUNNING, SLEEP, IO -> true;
            case LOCK, RESULT, IDLE, OTHER -> false;
        };
    }
}
