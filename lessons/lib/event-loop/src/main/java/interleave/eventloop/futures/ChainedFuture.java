package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;

/** A future further down a chain: the result of {@code thenApply}, {@code thenCompose}, {@code handle} and so on. */
final class ChainedFuture<T> extends LoopFuture<T> {

    /** The start of the chain; null if it was already done, or if the chain contains a {@code thenCompose}. */
    private AwaitedFuture<?> source;
    /** The last {@code thenCompose} of the chain; null if there is none. */
    private Composition<?, ?> composition;

    ChainedFuture(Scheduler loop, AwaitedFuture<?> source, Composition<?, ?> composition) {
        super(loop);
        this.source = source;
        this.composition = composition;
    }

    /** Called by the JDK to create the futures of a chain: {@code thenApply}, {@code whenComplete} and so on. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return isDone() ? new ChainedFuture<>(loop, null, null) : new ChainedFuture<>(loop, source, composition);
    }

    Composition<?, ?> composition() {
        return composition;
    }

    void waitsFor(Composition<?, ?> latest) {
        composition = latest;
        source = null;
    }

    @Override
    boolean stop() {
        if (composition != null) {
            return composition.stop();
        }
        return source != null && source.stop();
    }

    /** Cancels on the loop's thread. Any thread may call it. Returns false if it is already done and not cancelled. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> innermost().cancelOnLoop());
        return true;
    }

    /** The last of the chains that wait for each other. Iterative, because there may be too many for recursion. */
    private ChainedFuture<?> innermost() {
        ChainedFuture<?> chain = this;
        while (chain.composition != null
                && chain.composition.after() instanceof ChainedFuture<?> inner
                && !inner.isDone()) {
            chain = inner;
        }
        return chain;
    }

    /** If the wait has already ended, cancels the chain at its next wait, or at once if there is none. */
    private void cancelOnLoop() {
        if (!stop()) {
            loop.execute(() -> {
                if (!isDone() && !stop()) {
                    super.cancel(false);
                }
            });
        }
    }
}
