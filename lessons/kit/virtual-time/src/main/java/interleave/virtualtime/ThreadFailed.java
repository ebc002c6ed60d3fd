package interleave.virtualtime;

import java.util.List;

/**
 * A run in which an exception ended a thread, and nothing else failed. Its cause is the first exception; those of
 * further threads are suppressed.
 */
public final class ThreadFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    ThreadFailed(List<UncaughtException> all) {
        super(message(all), all.getFirst().exception());
        all.stream().skip(1).map(UncaughtException::exception).forEach(this::addSuppressed);
        setStackTrace(new StackTraceElement[0]); // the stack that matters is that of the cause
    }

    private static String message(List<UncaughtException> all) {
        UncaughtException first = all.getFirst();
        return "Thread " + first.thread() + " ended with an uncaught " + first.exception() + ", at "
                + first.at().toMillis() / 1000.0 + " s of virtual time" + more(all.size() - 1)
                + ". Catch it in the thread, or submit the task to an executor, so that a future stores it. If the"
                + " test expects it, call"
                + " expectUncaught().";
    }

    private static String more(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> "; so did one more thread";
            default -> "; so did " + others + " more threads";
        };
    }
}
