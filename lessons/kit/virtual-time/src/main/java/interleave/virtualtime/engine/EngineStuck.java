package interleave.virtualtime.engine;

/** A run in which no thread can continue, or that does not end. Its message says what each thread waits for. */
public final class EngineStuck extends AssertionError {
    private static final long serialVersionUID = 1;

    EngineStuck(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]); // it would be the stack of the driver
    }
}
