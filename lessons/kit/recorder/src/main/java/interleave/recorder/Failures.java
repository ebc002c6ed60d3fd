package interleave.recorder;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How failures are told. */
final class Failures {

    static final String INTERRUPTED = "interrupted";

    private static final String CANCELLED = "cancelled";

    private Failures() {}

    /** "fails: products does not answer", "interrupted", "cancelled". */
    static String told(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return told(cause.getClass().getName(), String.valueOf(cause.getMessage()));
    }

    /** The same of a failure of which only this is known; its message may be "null". */
    static String told(String className, String message) {
        if (className.equals(InterruptedException.class.getName())) {
            return INTERRUPTED;
        }
        if (className.equals(CancellationException.class.getName())) {
            return CANCELLED;
        }
        String said = message.isBlank() || message.equals("null")
                ? className.substring(className.lastIndexOf('.') + 1)
                : message.lines().findFirst().orElseThrow();
        return "fails: " + said;
    }

    /** Of what {@link Throwable#toString} says; empty when that is. */
    static String told(String thrown) {
        int colon = thrown.indexOf(": ");
        return thrown.isEmpty()
                ? ""
                : colon < 0 ? told(thrown, "") : told(thrown.substring(0, colon), thrown.substring(colon + 2));
    }

    /** Whether somebody else ended the work: that ends nobody's wait. */
    static boolean isStop(Mark mark) {
        return mark.isFailure()
                && (mark.line().equals(INTERRUPTED) || mark.line().equals(CANCELLED));
    }

    /** A line that says through which method a failure came; the line above them says what failed. */
    static boolean isOfAStack(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }

    /** A thread that has nothing to do is told so to end: that is no failure. */
    static boolean isOnlyTheEndOfAPool(List<Frame> stack) {
        return Waits.classify(stack).filter(wait -> wait.state() == State.IDLE).isPresent();
    }
}
