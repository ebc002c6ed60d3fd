package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The start of a chain: a future that the loop, a task or another thread completes. */
public class AwaitedFuture<T> extends LoopFuture<T> {

    /**
     * The future of this loop that waits for this one, or all of them as {@link Awaiters}. The field saves an entry in
     * the JDK's list of dependents: a gathered sleep takes 62 bytes with it, and 158 bytes without it.
     */
    private AwaitedFuture<?> awaiter;

    public AwaitedFuture(Scheduler loop) {
        super(loop);
        loop.requested(this);
    }

    /** The next step of a chain. It is not reported as a request. */
    AwaitedFuture(AwaitedFuture<?> source) {
        super(source.loop);
    }

    @Override
    public final <U> CompletableFuture<U> newIncompleteFuture() {
        loop.listener().retrieved(this);
        return new ChainedFuture<>(loop, isDone() ? null : this, null);
    }

    @Override
    public final T get() throws InterruptedException, ExecutionException {
        loop.listener().retrieved(this);
        return super.get();
    }

    @Override
    public final T join() {
        loop.listener().retrieved(this);
        return super.join();
    }

    @Override
    public final Throwable exceptionNow() {
        loop.listener().retrieved(this);
        return super.exceptionNow();
    }

    /**
     * Calls {@link #awaitedDone} on the loop's thread, on behalf of the waiting task, when {@code future} is done. Any
     * thread may complete it.
     */
    protected final void await(CompletableFuture<?> future) {
        if (future instanceof AwaitedFuture<?> awaited && awaited.loop == loop && awaited.trySetAwaiter(this)) {
            return;
        }
        Owner waiting = loop.owner();
        // the future of this whenComplete can be ignored, because awaitedDone never throws
        future.whenComplete((value, failure) -> loop.onLoop(() -> {
            Owner running = loop.switchTo(waiting);
            awaitedDone(future, failure);
            loop.switchTo(running);
        }));
    }

    private boolean trySetAwaiter(AwaitedFuture<?> newcomer) {
        if (isDone()) {
            return false;
        }
        if (awaiter == null) {
            awaiter = newcomer;
            return true;
        }
        if (awaiter == newcomer) {
            return false;
        }
        if (!(awaiter instanceof Awaiters)) {
            awaiter = new Awaiters(this, awaiter);
        }
        return ((Awaiters) awaiter).add(newcomer);
    }

    /** Undoes {@link #await}, for a future that has ended first. Otherwise the awaited one would keep it in memory. */
    protected final void stopAwaiting(CompletableFuture<?> future) {
        if (future instanceof AwaitedFuture<?> awaited && awaited.loop == loop) {
            awaited.remove(this);
        }
    }

    private void remove(AwaitedFuture<?> leaving) {
        if (awaiter == leaving) {
            awaiter = null;
        } else if (awaiter instanceof Awaiters several) {
            several.remove(leaving);
            if (several.isEmpty()) {
                awaiter = null;
            }
        }
    }

    @Override
    final boolean stop() {
        return !isDone() && cancel(false);
    }

    /** Cancels on the loop's thread. Any thread may call it. Returns false if it is already done and not cancelled. */
    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> loop.runNested(this::cancelOnLoop));
        return true;
    }

    /** Performs the cancellation, on the loop's thread. A task, for example, cancels the future it waits for. */
    protected void cancelOnLoop() {
        completeExceptionally(new CancellationException());
    }

    @Override
    public final CompletableFuture<Void> thenRun(Runnable action) {
        return hasNoDependents()
                ? first(any -> {
                    action.run();
                    return null;
                })
                : super.thenRun(action);
    }

    @Override
    public final CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return hasNoDependents()
                ? first(value -> {
                    action.accept(value);
                    return null;
                })
                : super.thenAccept(action);
    }

    @Override
    public final <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> function) {
        return hasNoDependents() ? first(function) : super.thenApply(function);
    }

    private boolean hasNoDependents() {
        return loop.isLoopThread() && awaiter == null && !isDone();
    }

    private <U> CompletableFuture<U> first(Function<? super T, ? extends U> step) {
        var next = new Next<T, U>(this, step);
        awaiter = next;
        return next;
    }

    /** Called on the loop's thread when a future that this one {@linkplain #await awaits} is done. */
    protected void awaitedDone(CompletableFuture<?> awaited, Throwable failure) {}

    /**
     * Called on the loop's thread before the future completes, to release a timer or a place in a queue. May be called
     * twice.
     *
     * @param failure the exception, or the cancellation; null if it completes with a value
     */
    protected void ended(Throwable failure) {}

    @Override
    public final boolean complete(T value) {
        return prepareEnd(null) && super.complete(value) && notifyAwaiter(null);
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        if (!isDone()
                && awaiter == null
                && getNumberOfDependents() == 0
                && !(Failures.causeOf(failure) instanceof CancellationException)) {
            loop.listener().failed(this, failure);
        }
        return prepareEnd(failure) && super.completeExceptionally(failure) && notifyAwaiter(failure);
    }

    private boolean prepareEnd(Throwable failure) {
        if (loop.isLoopThread()) {
            if (isDone()) {
                return false;
            }
            ended(failure);
        }
        return true;
    }

    private boolean notifyAwaiter(Throwable failure) {
        if (loop.isLoopThread()) {
            AwaitedFuture<?> waiting = awaiter;
            if (waiting != null) {
                loop.runNested(() -> waiting.awaitedDone(this, failure));
            }
        } else {
            try {
                loop.execute(() -> {
                    ended(failure);
                    notifyAwaiter(failure);
                });
            } catch (RejectedExecutionException closed) {
                // a closed loop has already cancelled all waiting futures
            }
        }
        return true;
    }
}
