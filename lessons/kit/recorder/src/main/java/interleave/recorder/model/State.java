package interleave.recorder.model;

/** What a lane does during a span: it runs, or it waits for something of a kind. */
public enum State {
    /** Runs, or is ready to. */
    RUNNING,
    /** Sleeps for a time it has chosen itself. */
    SLEEP,
    /** Waits for a monitor or a lock that another lane holds. */
    LOCK,
    /** Waits for a socket. */
    IO,
    /** Waits for other lanes of the program to finish or to arrive: join, a future, a latch, closing an executor. */
    RESULT,
    /** Has nothing to do: a pool's thread without a task, an event loop with nothing ready, a task not begun. */
    IDLE,
    /** Waits for anything else: a permit, an item of a queue, a notification. */
    OTHER;

    /** Whether this is a wait of any kind. */
    public boolean isWait() {
        return this != RUNNING;
    }

    /** Whether a lane in this state has a task of its own in progress; waiting for others' work is not work. */
    public boolean isInProgress() {
        return this != IDLE && this != RESULT;
    }
}
