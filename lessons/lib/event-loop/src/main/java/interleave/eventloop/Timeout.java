package interleave.eventloop;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * A future under a time limit: when the limit comes first, the future is cancelled, and has failed once it has ended.
 */
final class Timeout<T> extends AwaitedFuture<T> {

    private final Duration limit;
    private final CompletableFuture<T> limited;
    private final Sleep timer;
    private boolean expired;

    Timeout(EventLoop loop, Duration limit, CompletableFuture<T> limited) {
        super(loop);
        this.limit = limit;
        this.limited = limited;
        this.timer = new Sleep(loop, Task.NONE, EventLoop.deadlineAfter(limit));
    }

    void start() {
        loop.await(limited, this);
        if (!isDone()) {
            loop.await(timer, this);
            loop.timers.add(timer);
        }
    }

    @Override
    void heard(CompletableFuture<?> done, Throwable failure) {
        if (done != timer) {
            limitedEnded(failure);
        } else if (failure == null) {
            expired = true;
            limited.cancel(false);
        }
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
    void cancelOnLoop() {
        expired = false; // who cancels gets a cancellation, even while the limited future cleans up after its limit
        limited.cancel(false);
    }

    @Override
    void ended() {
        timer.cancel(false);
    }
}
