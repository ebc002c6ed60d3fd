package interleave.recorder.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures as text: "failed: no answer", "interrupted", "cancelled". */
public final class FailureText {

    /** The text of an {@link InterruptedException}. */
    public static final String INTERRUPTED = "interrupted";

    private static final String CANCELLED = "cancelled";

    private FailureText() {}

    /** The text for an exception; wrappers such as {@link ExecutionException} are removed. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return of(cause.getClass().getName(), String.valueOf(cause.getMessage()));
    }

    /** The text for an exception of this class with this message, which may be "null". */
    public static String of(String className, String message) {
        if (className.equals(InterruptedException.class.getName())) {
            return INTERRUPTED;
        }
        if (className.equals(CancellationException.class.getName())) {
            return CANCELLED;
        }
        String reason = message.isBlank() || message.equals("null")
                ? className.substring(className.lastIndexOf('.') + 1)
                : message.lines().findFirst().orElseThrow();
        return "failed: " + reason;
    }

    /** The text for a result of {@link Throwable#toString}; empty if that is empty. */
    public static String parse(String thrown) {
        int colon = thrown.indexOf(": ");
        return thrown.isEmpty()
                ? ""
                : colon < 0 ? of(thrown, "") : of(thrown.substring(0, colon), thrown.substring(colon + 2));
    }

    /** Whether the text describes an interrupt or a cancellation. */
    static boolean isStop(String text) {
        return text.equals(INTERRUPTED) || text.equals(CANCELLED);
    }
}
