package interleave.virtualtime.engine;

/** A run that cannot go on, or does not end; its message says who waits for what. */
public final class EngineStuck extends AssertionError {
    private static final long serialVersionUID = 1;

    EngineStuck(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]); // the driver's, which says nothing about the program
    }
}
