package interleave.eventloop;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The beginning of a chain: something that the loop itself, a task or another thread will complete. */
class AwaitedFuture<T> extends LoopFuture<T> {

    /** Who is told first, on the loop's thread: the one field that a million sleepers need for it. */
    private AwaitedFuture<?> awaiter;

    AwaitedFuture(EventLoop loop) {
        super(loop);
        LoopEvents.asked(loop, getClass());
    }

    /** The next step of a chain: it waits for its source, and asks for nothing of its own. */
    AwaitedFuture(AwaitedFuture<?> source) {
        super(source.loop);
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        loop.debug.seen(this);
        return new ChainedFuture<>(loop, isDone() ? null : this, null);
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
    final boolean takesAwaiter(AwaitedFuture<?> newcomer) {
        if (awaiter != null || isDone()) {
            return false;
        }
        awaiter = newcomer;
        return true;
    }

    @Override
    final boolean stop() {
        return !isDone() && cancel(false);
    }

    /** Any thread may ask; it happens on the loop's. True when it was asked for, or is cancelled already. */
    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> loop.nest(this::cancelOnLoop));
        return true;
    }

    /** What cancelling does: a sleep just ends, a task cancels what it waits for. */
    void cancelOnLoop() {
        completeExceptionally(new CancellationException());
    }

    @Override
    public final CompletableFuture<Void> thenRun(Runnable action) {
        return isFirstToWait()
                ? first(any -> {
                    action.run();
                    return null;
                })
                : super.thenRun(action);
    }

    @Override
    public final CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return isFirstToWait()
                ? first(value -> {
                    action.accept(value);
                    return null;
                })
                : super.thenAccept(action);
    }

    @Override
    public final <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> function) {
        return isFirstToWait() ? first(function) : super.thenApply(function);
    }

    private boolean isFirstToWait() {
        return loop.isHere() && awaiter == null && !isDone();
    }

    private <U> CompletableFuture<U> first(Function<? super T, ? extends U> step) {
        var next = new Next<T, U>(this, step);
        awaiter = next;
        return next;
    }

    /** A future that this one has {@linkplain EventLoop#await awaited} is done. On the loop's thread. */
    void heard(CompletableFuture<?> awaited, Throwable failure) {}

    /** Done, by whatever means: a timer or a place in a queue is needed no more. On the loop's thread, maybe twice. */
    void ended() {}

    /** About to be done with a failure, which may be a cancellation. */
    void failing(Throwable failure) {}

    @Override
    public final boolean complete(T value) {
        return mayEnd() && super.complete(value) && tell(null);
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        if (!isDone()
                && awaiter == null
                && getNumberOfDependents() == 0
                && !(Failures.causeOf(failure) instanceof CancellationException)) {
            loop.debug.failed(this, failure);
        }
        if (!isDone()) {
            failing(failure);
        }
        return mayEnd() && super.completeExceptionally(failure) && tell(failure);
    }

    private boolean mayEnd() {
        if (loop.isHere()) {
            if (isDone()) {
                return false;
            }
            ended();
        }
        return true;
    }

    private boolean tell(Throwable failure) {
        if (loop.isHere()) {
            if (awaiter != null) {
                loop.nest(() -> awaiter.heard(this, failure));
            }
        } else {
            try {
                loop.execute(() -> {
                    ended();
                    tell(failure);
                });
            } catch (RejectedExecutionException closed) {
                // a closed loop has nobody left to tell
            }
        }
        return true;
    }
}
