package interleave.virtualtime;

/** A run in which no thread can go on, or that does not end. Its message says who waits for what, and where. */
public final class Stuck extends AssertionError {
    private static final long serialVersionUID = 1;

    Stuck(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]); // the scheduler's, which says nothing about the program
    }
}
