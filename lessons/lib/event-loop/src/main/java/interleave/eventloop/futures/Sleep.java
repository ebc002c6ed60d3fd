package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;
import interleave.eventloop.scheduling.Timer;
import interleave.eventloop.scheduling.TimerQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A future that is also an entry of the timer queue, which saves one object per sleep. */
public final class Sleep extends AwaitedFuture<Void> implements Timer {

    private final Owner sleeper;
    private boolean queued;

    /** Creates a sleep of the task {@code sleeper}. The caller adds it to the timer queue. */
    public Sleep(Scheduler loop, Owner sleeper) {
        super(loop);
        this.sleeper = sleeper;
        loop.listener().timerStarted(this, sleeper);
    }

    /** Completes after {@code duration}, or in the next turn if it is zero or negative. */
    public static CompletableFuture<Void> of(Scheduler loop, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            var nextTurn = new NextTurn(loop);
            loop.onLoop(() -> loop.runNextTurn(nextTurn));
            return nextTurn;
        }
        long deadline = TimerQueue.deadlineAfter(duration);
        var sleep = new Sleep(loop, loop.owner());
        loop.onLoop(() -> loop.timers().add(deadline, sleep));
        return sleep;
    }

    /** Called by the loop at the deadline. */
    @Override
    public void run() {
        if (!isDone()) {
            loop.switchTo(sleeper);
            complete(null);
        }
    }

    @Override
    public boolean isQueued() {
        return queued;
    }

    @Override
    public void setQueued(boolean queued) {
        this.queued = queued;
    }

    @Override
    protected void ended(Throwable failure) {
        loop.timers().remove(this);
        loop.listener().timerEnded(this, sleeper);
    }
}
