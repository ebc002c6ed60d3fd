package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A future whose cancellation reaches the work: cancelling it cancels what its chain waits for at that moment, and the
 * {@link java.util.concurrent.CancellationException} then comes down the chain as any failure does. So {@code handle}
 * and {@code whenComplete} can clean up, as {@code except} and {@code finally} do around an {@code await}. Cancelling a
 * plain {@link CompletableFuture} does none of this: it only completes that one future.
 */
public abstract class LoopFuture<T> extends CompletableFuture<T> {

    protected final Scheduler loop;

    LoopFuture(Scheduler loop) {
        this.loop = loop;
    }

    /** Cancels what this chain waits for. Returns false when it waits for nothing. On the loop's thread. */
    abstract boolean stop();

    // Only these methods add another future to the chain, which it waits for after the first.

    @Override
    public final <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> next) {
        var composition = new Composition<T, U>(this, next);
        return composition.goOn(super.thenCompose(composition));
    }

    @Override
    public final <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> next) {
        return thenComposeAsync(next, defaultExecutor());
    }

    @Override
    public final <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> next, Executor executor) {
        var composition = new Composition<T, U>(this, next);
        return composition.goOn(super.thenComposeAsync(composition, executor));
    }

    @Override
    public final CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> next) {
        var composition = new Composition<>(this, next);
        return composition.goOn(super.exceptionallyCompose(composition));
    }

    @Override
    public final CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> next) {
        return exceptionallyComposeAsync(next, defaultExecutor());
    }

    @Override
    public final CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> next, Executor executor) {
        var composition = new Composition<>(this, next);
        return composition.goOn(super.exceptionallyComposeAsync(composition, executor));
    }
}
