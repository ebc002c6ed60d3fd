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
     * The first dependent, on this loop. The field saves an entry in the JDK's list: a gathered sleep takes 62 bytes
     * with it, and 158 without.
     */
    private AwaitedFuture<?> awaiter;

    public AwaitedFuture(Scheduler loop) {
        super(loop);
        loop.requested(this);
    }

    /** The next step of a chain, which is no request of its own. */
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
     * Calls {@link #heard} on the loop's thread when {@code future} is done, whichever thread completes it, and on
     * behalf of the task that waits.
     */
    protected final void await(CompletableFuture<?> future) {
        if (future instanceof AwaitedFuture<?> awaited && awaited.loop == loop && awaited.takesAwaiter(this)) {
            return;
        }
        Owner waiting = loop.owner();
        // the future of this whenComplete is dropped: heard does not throw, so nothing is lost
        future.whenComplete((value, failure) -> loop.onLoop(() -> {
            Owner running = loop.switchTo(waiting);
            heard(future, failure);
            loop.switchTo(running);
        }));
    }

    private boolean takesAwaiter(AwaitedFuture<?> newcomer) {
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

    /** Cancels on the loop's thread. Any thread may call it. Returns true when it was not done, or is cancelled. */
    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> loop.nest(this::cancelOnLoop));
        return true;
    }

    /** What cancelling does: a sleep just ends, a task cancels what it waits for. On the loop's thread. */
    protected void cancelOnLoop() {
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

    /** A future that this one {@linkplain #await awaits} is done. On the loop's thread. */
    protected void heard(CompletableFuture<?> awaited, Throwable failure) {}

    /**
     * About to be done: a timer or a place in a queue is no longer needed. On the loop's thread, maybe twice.
     *
     * @param failure why it fails, which may be a cancellation; null when it has a value
     */
    protected void ended(Throwable failure) {}

    @Override
    public final boolean complete(T value) {
        return mayEnd(null) && super.complete(value) && tell(null);
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        if (!isDone()
                && awaiter == null
                && getNumberOfDependents() == 0
                && !(Failures.causeOf(failure) instanceof CancellationException)) {
            loop.listener().failed(this, failure);
        }
        return mayEnd(failure) && super.completeExceptionally(failure) && tell(failure);
    }

    private boolean mayEnd(Throwable failure) {
        if (loop.isHere()) {
            if (isDone()) {
                return false;
            }
            ended(failure);
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
                    ended(failure);
                    tell(failure);
                });
            } catch (RejectedExecutionException closed) {
                // a closed loop has cancelled everything that waited
            }
        }
        return true;
    }
}
