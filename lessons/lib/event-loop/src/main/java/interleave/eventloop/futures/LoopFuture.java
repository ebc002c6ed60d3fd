package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A future whose cancellation reaches the work. Cancelling it cancels the future that its chain waits for at that
 * moment. The {@link java.util.concurrent.CancellationException} is then passed down the chain like any exception, so
 * {@code handle} and {@code whenComplete} can clean up, like {@code except} and {@code finally} around {@code await}.
 * Cancelling a plain {@link CompletableFuture} completes only that one future.
 */
public abstract class LoopFuture<T> extends CompletableFuture<T> {

    protected final Scheduler loop;

    LoopFuture(Scheduler loop) {
        this.loop = loop;
    }

    /** Cancels the future that this chain waits for, on the loop's thread. Returns false if there is none. */
    abstract boolean stop();

    // Only these methods add a second future to the chain, for which it waits after the first one.

    @Override
    public final <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> next) {
        var composition = new Composition<T, U>(this, next);
        return composition.register(super.thenCompose(composition));
    }

    @Override
    public final <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> next) {
        return thenComposeAsync(next, defaultExecutor());
    }

    @Override
    public final <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> next, Executor executor) {
        var composition = new Composition<T, U>(this, next);
        return composition.register(super.thenComposeAsync(composition, executor));
    }

    @Override
    public final CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> next) {
        var composition = new Composition<>(this, next);
        return composition.register(super.exceptionallyCompose(composition));
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
        return composition.register(super.exceptionallyComposeAsync(composition, executor));
    }
}
