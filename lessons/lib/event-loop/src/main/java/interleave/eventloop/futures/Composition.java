package interleave.eventloop.futures;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The function of a {@code thenCompose}. Before it is called, the chain waits for the future before it; afterwards, for
 * the future that it returned.
 */
final class Composition<A, T> implements Function<A, CompletionStage<T>>, Wait {

    private final Function<? super A, ? extends CompletionStage<T>> next;
    /** The chain before it; null after the function was called, so that it can be garbage-collected. */
    private LoopFuture<?> before;
    /** The future that the function returned; null before the call. */
    private CompletableFuture<T> after;

    private boolean cancelled;

    Composition(LoopFuture<?> before, Function<? super A, ? extends CompletionStage<T>> next) {
        this.before = before;
        this.next = next;
    }

    CompletableFuture<T> register(CompletableFuture<T> chained) {
        ((ChainedFuture<T>) chained).waitsFor(this);
        return chained;
    }

    @Override
    public CompletableFuture<T> after() {
        return after;
    }

    @Override
    public CompletionStage<T> apply(A argument) {
        before = null;
        CompletionStage<T> stage = next.apply(argument);
        after = stage.toCompletableFuture();
        if (cancelled && !after.cancel(false)) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        return after;
    }

    /**
     * Cancels the future that the chain waits for. If it is already done, cancels the one that the function returns.
     */
    @Override
    public boolean stop() {
        Composition<?, ?> first = this;
        while (first.before instanceof ChainedFuture<?> chain && chain.waiting() instanceof Composition<?, ?> earlier) {
            first = earlier;
        }
        return first.stopNow();
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.ofNullable(after != null ? after : before);
    }

    @Override
    public boolean isCancelRequested() {
        return Wait.isBeingCancelled(after != null ? after : before);
    }

    private boolean stopNow() {
        if (after != null) {
            return !after.isDone() && after.cancel(false);
        }
        cancelled = before == null || !before.stop();
        return true;
    }
}
