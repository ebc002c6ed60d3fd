package interleave.eventloop.futures;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The function of a {@code thenCompose}. Until it is called the chain waits for what comes before it, and from then on
 * for the future that it returned.
 */
final class Composition<A, T> implements Function<A, CompletionStage<T>> {

    private final Function<? super A, ? extends CompletionStage<T>> next;
    /** The chain up to here; null once the function is called, so that the garbage collector can take it. */
    private LoopFuture<?> before;
    /** The future that the function returned; null before it is called. */
    private CompletableFuture<T> after;

    private boolean cancelled;

    Composition(LoopFuture<?> before, Function<? super A, ? extends CompletionStage<T>> next) {
        this.before = before;
        this.next = next;
    }

    CompletableFuture<T> goOn(CompletableFuture<T> chained) {
        ((ChainedFuture<T>) chained).waitsFor(this);
        return chained;
    }

    CompletableFuture<T> after() {
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

    /** Cancels what the chain waits for. If that is done, the future that the function returns will be cancelled. */
    boolean stop() {
        Composition<?, ?> first = this;
        while (first.before instanceof ChainedFuture<?> chain && chain.composition() != null) {
            first = chain.composition();
        }
        return first.stopNow();
    }

    private boolean stopNow() {
        if (after != null) {
            return !after.isDone() && after.cancel(false);
        }
        cancelled = before == null || !before.stop();
        return true;
    }
}
