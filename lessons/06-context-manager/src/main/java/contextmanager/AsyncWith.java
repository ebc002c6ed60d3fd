package contextmanager;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Python's {@code async with} for Java, because try-with-resources cannot wait for a future. */
final class AsyncWith {

    private AsyncWith() {}

    /**
     * Opens a resource, runs the body, and closes the resource when the body has ended: with a value, a failure or a
     * cancellation. The future completes when the resource is closed, with the value or the failure of the body. If
     * closing fails too, its exception is suppressed in that of the body.
     */
    static <R extends AsyncCloseable, T> CompletionStage<T> asyncWith(
            CompletionStage<R> opening, Function<? super R, CompletionStage<T>> body) {
        // thenCompose calls body and close, so that an exception which they throw at once becomes a failed future.
        return opening.thenCompose(resource -> {
            var use = opening.thenCompose(body);
            var closing = use.handle((value, failure) -> opening.thenCompose(AsyncCloseable::close)
                    .handle((closed, closeFailure) -> outcome(value, failure, closeFailure)));
            return closing.thenCompose(Function.identity());
        });
    }

    /** Combines the outcomes of body and close like try-with-resources. Each argument may be null. */
    private static <T> T outcome(T value, Throwable failure, Throwable closeFailure) {
        if (failure != null && closeFailure != null) {
            causeOf(failure).addSuppressed(causeOf(closeFailure));
        }
        if (failure != null || closeFailure != null) {
            throw new CompletionException(causeOf(failure != null ? failure : closeFailure));
        }
        return value;
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
