package eventloop;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/** The beginning of a chain: something that the loop itself, a task or another thread will complete. */
class AwaitedFuture<T> extends LoopFuture<T> {

    /** Who is told on the loop's thread. A slot of its own: a million sleepers have one each, and no more. */
    private BiConsumer<? super T, ? super Throwable> awaiter;

    AwaitedFuture(EventLoop loop) {
        super(loop);
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        loop.debug.seen(this);
        return super.newIncompleteFuture();
    }

    @Override
    public final T get() throws InterruptedException, ExecutionException {
        loop.debug.seen(this);
        return super.get();
    }

    @Override
    public final T join() {
        loop.debug.seen(this);
        return super.join();
    }

    @Override
    public final Throwable exceptionNow() {
        loop.debug.seen(this);
        return super.exceptionNow();
    }

    /** Takes the one place of an awaiter; false when it is taken, or when the future is done. */
    final boolean takesAwaiter(BiConsumer<? super T, ? super Throwable> newcomer) {
        if (awaiter != null || isDone()) {
            return false;
        }
        awaiter = newcomer;
        return true;
    }

    @Override
    final Waiting waiting() {
        return this::stop;
    }

    private boolean stop() {
        return !isDone() && cancel(false);
    }

    /** Any thread may ask; it happens on the loop's. True when it was asked for, or is cancelled already. */
    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(this::cancelOnLoop);
        return true;
    }

    /** What cancelling does: a sleep just ends, a task cancels what it waits for. */
    void cancelOnLoop() {
        completeExceptionally(new CancellationException());
    }

    /** Whatever completed this future: its timer or its place in a queue is needed no more. On the loop's thread. */
    void ended() {}

    @Override
    public final boolean complete(T value) {
        boolean first = super.complete(value);
        if (first) {
            tell(value, null);
        }
        return first;
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        if (awaiter == null && getNumberOfDependents() == 0 && !(failure instanceof CancellationException)) {
            loop.debug.failed(this, failure);
        }
        boolean first = super.completeExceptionally(failure);
        if (first) {
            tell(null, failure);
        }
        return first;
    }

    private void tell(T value, Throwable failure) {
        if (!loop.isHere()) {
            try {
                loop.execute(() -> tell(value, failure));
            } catch (RejectedExecutionException closed) {
                // a closed loop has nobody left to tell
            }
            return;
        }
        ended();
        if (awaiter != null) {
            awaiter.accept(value, failure);
        }
    }
}
