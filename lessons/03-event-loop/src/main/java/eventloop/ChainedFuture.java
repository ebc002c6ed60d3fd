package eventloop;

/** A future further down a chain: the result of {@code thenApply}, {@code thenCompose}, {@code handle} and so on. */
final class ChainedFuture<T> extends LoopFuture<T> {

    private Waiting waiting;

    ChainedFuture(EventLoop loop, Waiting waiting) {
        super(loop);
        this.waiting = waiting;
    }

    @Override
    Waiting waiting() {
        return waiting;
    }

    void waitFor(Waiting what) {
        waiting = what;
    }

    /** Any thread may ask; it happens on the loop's. True when it was asked for, or is cancelled already. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(this::cancelOnLoop);
        return true;
    }

    /** When the wait is over, the chain is on its way: it is cancelled at its next wait, or has none. */
    private void cancelOnLoop() {
        if (!waiting.stop()) {
            loop.execute(() -> {
                if (!isDone() && !waiting.stop()) {
                    super.cancel(false);
                }
            });
        }
    }
}
