package interleave.eventloop.futures;

import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** The futures that this one waits for now, for messages. */
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.empty();
    }

    /**
     * What a task that waits for this future waits for; empty for a step of a chain, which waits for one other future.
     * Called on another thread while the loop runs.
     */
    public Optional<WaitReason> waitReason() {
        return Optional.empty();
    }

    /** Cancels the future that this chain waits for, on the loop's thread. Returns false if there is none. */
    abstract boolean stop();

    /** Whether it was cancelled, and has not ended yet because it cleans up. */
    public boolean isCancelRequested() {
        return false;
    }

    // These methods add a second future to the chain, for which it waits after the first one.

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

    // These methods wait for two futures. Cancelling the result cancels both.

    @Override
    public final <U, V> CompletableFuture<V> thenCombine(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> function) {
        return Join.of(this, other, super.thenCombine(other, function));
    }

    @Override
    public final <U> CompletableFuture<Void> thenAcceptBoth(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return Join.of(this, other, super.thenAcceptBoth(other, action));
    }

    @Override
    public final CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return Join.of(this, other, super.runAfterBoth(other, action));
    }

    @Override
    public final <U> CompletableFuture<U> applyToEither(
            CompletionStage<? extends T> other, Function<? super T, U> function) {
        return Join.of(this, other, super.applyToEither(other, function));
    }

    @Override
    public final CompletableFuture<Void> acceptEither(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return Join.of(this, other, super.acceptEither(other, action));
    }

    @Override
    public final CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
        return Join.of(this, other, super.runAfterEither(other, action));
    }

    @Override
    public final <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> function) {
        return Join.of(this, other, super.thenCombineAsync(other, function));
    }

    @Override
    public final <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return Join.of(this, other, super.thenAcceptBothAsync(other, action));
    }

    @Override
    public final CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
        return Join.of(this, other, super.runAfterBothAsync(other, action));
    }

    @Override
    public final <U> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> function) {
        return Join.of(this, other, super.applyToEitherAsync(other, function));
    }

    @Override
    public final CompletableFuture<Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action) {
        return Join.of(this, other, super.acceptEitherAsync(other, action));
    }

    @Override
    public final CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action) {
        return Join.of(this, other, super.runAfterEitherAsync(other, action));
    }

    @Override
    public final <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function,
            Executor executor) {
        return Join.of(this, other, super.thenCombineAsync(other, function, executor));
    }

    @Override
    public final <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return Join.of(this, other, super.thenAcceptBothAsync(other, action, executor));
    }

    @Override
    public final CompletableFuture<Void> runAfterBothAsync(
            CompletionStage<?> other, Runnable action, Executor executor) {
        return Join.of(this, other, super.runAfterBothAsync(other, action, executor));
    }

    @Override
    public final <U> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> function, Executor executor) {
        return Join.of(this, other, super.applyToEitherAsync(other, function, executor));
    }

    @Override
    public final CompletableFuture<Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
        return Join.of(this, other, super.acceptEitherAsync(other, action, executor));
    }

    @Override
    public final CompletableFuture<Void> runAfterEitherAsync(
            CompletionStage<?> other, Runnable action, Executor executor) {
        return Join.of(this, other, super.runAfterEitherAsync(other, action, executor));
    }
}
