package contextmanager;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Python's {@code async with}, which Java has no word for: try-with-resources cannot wait for a future. */
final class AsyncWith {

    private AsyncWith() {}

    /**
     * Uses a resource once it is open, and closes it when the body has ended: with a value, a failure or a
     * cancellation. Completes when the resource is closed, and then as the body did; if closing fails too, that failure
     * is suppressed in the body's.
     */
    static <R extends AsyncCloseable, T> CompletionStage<T> asyncWith(
            CompletionStage<R> opening, Function<? super R, CompletionStage<T>> body) {
        // Body and close are called by thenCompose and not here: so what they throw at once is a failed future, too.
        return opening.thenCompose(resource -> {
            var use = opening.thenCompose(body);
            var closing = use.handle((value, failure) -> opening.thenCompose(AsyncCloseable::close)
                    .handle((closed, closeFailure) -> outcome(value, failure, closeFailure)));
            return closing.thenCompose(Function.identity());
        });
    }

    /** What try-with-resources does with a value and two failures, of which any may be null. */
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
