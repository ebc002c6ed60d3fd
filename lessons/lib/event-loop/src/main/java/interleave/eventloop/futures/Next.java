package interleave.eventloop.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The result of {@code thenRun}, {@code thenAccept} or {@code thenApply} on a future of the loop that had no dependent
 * yet. {@link CompletableFuture} does the same with synchronization, and a step takes half as long again.
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
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.of(source);
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
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

    /** Cancels the source. If the source is done, the step is already running and cannot be stopped. */
    @Override
    protected void cancelOnLoop() {
        if (!source.stop()) {
            super.cancelOnLoop();
        }
    }

    private static CompletionException wrapped(Throwable failure) {
        return failure instanceof CompletionException already ? already : new CompletionException(failure);
    }
}
