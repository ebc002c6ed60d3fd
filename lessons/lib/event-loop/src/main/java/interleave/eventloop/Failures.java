package interleave.eventloop;

import java.util.concurrent.CompletionException;

/** What really went wrong: futures wrap a failure in a {@link CompletionException} on its way down a chain. */
final class Failures {

    private Failures() {}

    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? causeOf(wrapped.getCause())
                : failure;
    }

    /** The cause as something to {@code throw}; an {@link Error} is thrown at once. */
    static Exception asException(Throwable failure) {
        return switch (causeOf(failure)) {
            case Exception exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new IllegalStateException(other);
        };
    }
}
