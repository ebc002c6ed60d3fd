package interleave.eventloop.futures;

import java.util.concurrent.CompletionException;

/** Unwraps failures: futures wrap them in a {@link CompletionException} on the way down a chain. */
public final class Failures {

    private Failures() {}

    /** The failure inside the wrappers. */
    public static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? causeOf(wrapped.getCause())
                : failure;
    }

    /** The failure inside the wrappers, to be thrown; if it is an {@link Error}, this method throws it. */
    public static Exception asException(Throwable failure) {
        return switch (causeOf(failure)) {
            case Exception exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new IllegalStateException(other);
        };
    }
}
