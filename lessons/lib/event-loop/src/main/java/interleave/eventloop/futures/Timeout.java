package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.Reports;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import interleave.eventloop.scheduling.TimerQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Limits the time of a future: at the limit it cancels that future, and fails when that future has ended. A future that
 * is already being cancelled may clean up for as long as it needs.
 */
public final class Timeout<T> extends AwaitedFuture<T> {

    private final Duration limit;
    private final CompletableFuture<T> limited;
    private final long deadline;
    private final Sleep timer;
    private boolean expired;

    private Timeout(Scheduler loop, Duration limit, CompletableFuture<T> limited) {
        super(loop);
        this.limit = limit;
        this.limited = limited;
        this.deadline = TimerQueue.deadlineAfter(limit);
        this.timer = new Sleep(loop, Owner.NONE, deadline);
    }

    public static <T> CompletableFuture<T> of(Scheduler loop, Duration limit, CompletionStage<T> stage) {
        var timeout = new Timeout<T>(loop, limit, stage.toCompletableFuture());
        loop.onLoop(timeout::start);
        return timeout;
    }

    private void start() {
        await(limited);
        if (!isDone()) {
            await(timer);
            loop.timers().add(deadline, timer);
        }
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.of(limited);
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("timeout", "timeout of " + Reports.seconds(limit) + ", " + timer.left()));
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
        if (done != timer) {
            limitedEnded(failure);
        } else if (failure == null && !isBeingCancelled()) {
            expired = true;
            limited.cancel(false);
        }
    }

    private boolean isBeingCancelled() {
        return limited instanceof LoopFuture<T> own && own.isCancelRequested();
    }

    private void limitedEnded(Throwable failure) {
        if (failure == null) {
            complete(limited.getNow(null));
        } else if (expired && Failures.causeOf(failure) instanceof CancellationException) {
            completeExceptionally(new TimeoutException("not done within " + Reports.seconds(limit)));
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
    }

    @Override
    protected void cancelOnLoop() {
        expired = false; // a cancellation wins over the timeout, even during the clean-up after the limit
        timer.cancel(false);
        limited.cancel(false);
    }

    @Override
    protected void ended(Throwable failure) {
        timer.cancel(false);
    }
}
