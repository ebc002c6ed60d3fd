package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.Reports;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import interleave.eventloop.scheduling.Ticks;
import interleave.eventloop.scheduling.Timer;
import interleave.eventloop.scheduling.TimerQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A future that is also an entry of the timer queue, which saves one object per sleep. */
public final class Sleep extends AwaitedFuture<Void> implements Timer {

    private final Owner sleeper;
    /** In {@link Ticks}, for inspection only. The timer queue has the exact deadline. */
    private final int due;

    private boolean queued;

    /** Creates a sleep of the task {@code sleeper}. The caller adds it to the timer queue. */
    public Sleep(Scheduler loop, Owner sleeper, long deadline) {
        super(loop);
        this.sleeper = sleeper;
        this.due = Ticks.ofDeadline(deadline, loop.now());
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
        var sleep = new Sleep(loop, loop.owner(), deadline);
        loop.onLoop(() -> loop.timers().add(deadline, sleep));
        return sleep;
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("sleep", "sleep, " + left()));
    }

    /** Such as {@code 0.8 s left}, or {@code due 2 s ago} when the loop is blocked. */
    String left() {
        Duration left = Ticks.between(Ticks.of(System.nanoTime()), due);
        return left.isNegative() ? "due " + Reports.tenths(left.negated()) + " ago" : Reports.tenths(left) + " left";
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
