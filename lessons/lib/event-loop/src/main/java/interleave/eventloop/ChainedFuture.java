package interleave.eventloop;

import java.util.concurrent.CompletableFuture;

/** A future further down a chain: the result of {@code thenApply}, {@code thenCompose}, {@code handle} and so on. */
final class ChainedFuture<T> extends LoopFuture<T> {

    /** Where the chain begins; null when that was done already, and when the chain has come to a composition. */
    private AwaitedFuture<?> source;
    /** The last {@code thenCompose} of the chain, or null when there is none. */
    private Composition<?, ?> composition;

    ChainedFuture(EventLoop loop, AwaitedFuture<?> source, Composition<?, ?> composition) {
        super(loop);
        this.source = source;
        this.composition = composition;
    }

    /** The JDK makes the futures of a chain with this: {@code thenApply}, {@code whenComplete} and so on. */
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

    /** Any thread may ask; it happens on the loop's. True when it was asked for, or is cancelled already. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> innermost().cancelOnLoop());
        return true;
    }

    /** The chain that this one waits for now, and the one that that waits for: they may be too many for recursion. */
    private ChainedFuture<?> innermost() {
        ChainedFuture<?> chain = this;
        while (chain.composition != null
                && chain.composition.after() instanceof ChainedFuture<?> inner
                && !inner.isDone()) {
            chain = inner;
        }
        return chain;
    }

    /** When the wait is over, the chain is on its way: it is cancelled at its next wait, or has none. */
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
