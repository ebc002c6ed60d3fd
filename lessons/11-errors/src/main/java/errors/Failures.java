package errors;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What every version does with the exceptions of several fetches. */
public final class Failures {
    private Failures() {}

    /** The exception itself, without the wrappers that futures add. */
    public static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The exceptions of all fetches that have failed. A fetch that has not ended, or was cancelled, has none. */
    static List<Throwable> of(Collection<? extends Future<?>> fetches) {
        return fetches.stream()
                .filter(fetch -> fetch.state() == Future.State.FAILED)
                .map(fetch -> unwrapped(fetch.exceptionNow()))
                .toList();
    }

    /**
     * Returns {@code first} with the other exceptions attached. A fetch that was interrupted has not failed.
     *
     * @throws Error {@code first}, if it is an error
     */
    public static Exception withSuppressed(Throwable first, Collection<? extends Throwable> all) {
        for (Throwable other : all) {
            if (other != first && !(other instanceof InterruptedException)) {
                first.addSuppressed(other);
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        return (Exception) first;
    }
}
