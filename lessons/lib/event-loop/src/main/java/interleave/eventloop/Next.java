package interleave.eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The result of {@code thenRun}, {@code thenAccept} or {@code thenApply}, when it is the first to wait for a future of
 * the loop. It is what {@link CompletableFuture} would make, at a third less: on one thread nobody has to be kept out.
 */
final class Next<A, T> extends AwaitedFuture<T> {

    private final AwaitedFuture<A> source;
    private final Function<? super A, ? extends T> step;

    Next(AwaitedFuture<A> source, Function<? super A, ? extends T> step) {
        super(source);
        this.source = source;
        this.step = step;
    }

    @Override
    void heard(CompletableFuture<?> done, Throwable failure) {
        if (isDone()) {
            return;
        }
        if (failure != null) {
            completeExceptionally(wrapped(failure));
            return;
        }
        try {
            complete(step.apply(source.getNow(null)));
        } catch (Throwable thrown) {
            completeExceptionally(wrapped(thrown));
        }
    }

    /** As {@link ChainedFuture} does: when the wait is over, the step is being taken, and there is nothing to stop. */
    @Override
    void cancelOnLoop() {
        if (!source.stop()) {
            super.cancelOnLoop();
        }
    }

    private static CompletionException wrapped(Throwable failure) {
        return failure instanceof CompletionException already ? already : new CompletionException(failure);
    }
}
