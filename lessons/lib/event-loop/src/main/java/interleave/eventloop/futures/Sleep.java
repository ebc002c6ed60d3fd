package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;
import interleave.eventloop.scheduling.Timer;
import interleave.eventloop.scheduling.TimerQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A timer that is a future. It is the queue's entry itself, which saves an object for each of a million sleepers. */
public final class Sleep extends AwaitedFuture<Void> implements Timer {

    private final Owner sleeper;
    private boolean queued;

    /** A sleep for the task {@code sleeper}, to be added to the timer queue. */
    public Sleep(Scheduler loop, Owner sleeper) {
        super(loop);
        this.sleeper = sleeper;
        loop.listener().timerStarted(this, sleeper);
    }

    /** Completes after {@code duration}, or in the next turn when that is zero or negative. */
    public static CompletableFuture<Void> of(Scheduler loop, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            var nextTurn = new NextTurn(loop);
            loop.onLoop(() -> loop.goOnWith(nextTurn));
            return nextTurn;
        }
        long deadline = TimerQueue.deadlineAfter(duration);
        var sleep = new Sleep(loop, loop.owner());
        loop.onLoop(() -> loop.timers().add(deadline, sleep));
        return sleep;
    }

    /** The sleep is over. */
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
