package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A future further down a chain: the result of {@code thenApply}, {@code thenCompose}, {@code handle} and so on. */
final class ChainedFuture<T> extends LoopFuture<T> {

    /** The start of the chain; null if it was already done, or if {@link #waiting} is set. */
    private AwaitedFuture<?> source;
    /** The last {@code thenCompose} or {@code thenCombine} of the chain; null if there is none. */
    private Wait waiting;

    ChainedFuture(Scheduler loop, AwaitedFuture<?> source, Wait waiting) {
        super(loop);
        this.source = source;
        this.waiting = waiting;
    }

    /** Called by the JDK to create the futures of a chain: {@code thenApply}, {@code whenComplete} and so on. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return isDone() ? new ChainedFuture<>(loop, null, null) : new ChainedFuture<>(loop, source, waiting);
    }

    Wait waiting() {
        return waiting;
    }

    void waitsFor(Wait latest) {
        waiting = latest;
        source = null;
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return waiting != null ? waiting.awaitedNow() : Stream.ofNullable(source);
    }

    @Override
    boolean stop() {
        if (waiting != null) {
            return waiting.stop();
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

    @Override
    public boolean isCancelRequested() {
        return waiting != null ? waiting.isCancelRequested() : Wait.isBeingCancelled(source);
    }

    /** The last of the chains that wait for each other. Iterative, because there may be too many for recursion. */
    private ChainedFuture<?> innermost() {
        ChainedFuture<?> chain = this;
        while (chain.waiting != null && chain.waiting.after() instanceof ChainedFuture<?> inner && !inner.isDone()) {
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
