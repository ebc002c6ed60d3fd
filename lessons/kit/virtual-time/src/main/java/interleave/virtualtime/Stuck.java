package interleave.virtualtime;

/**
 * A run in which no thread can continue, or that does not end. Its message says what each thread waits for, and where.
 */
public final class Stuck extends AssertionError {
    private static final long serialVersionUID = 1;

    /** A failure with a report of what each thread waits for. */
    public Stuck(String report) {
        super(report);
        setStackTrace(new StackTraceElement[0]); // it would be the stack of the watch
    }

    Stuck(Throwable engine) {
        super(engine.getMessage());
        for (Throwable uncaught : engine.getSuppressed()) {
            addSuppressed(uncaught);
        }
        setStackTrace(new StackTraceElement[0]); // it would be the stack of the scheduler
    }
}
