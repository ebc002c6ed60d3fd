package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;

/** Wakes a sleeping loop when a future is done, whichever thread completes it. */
public final class Alarm extends AwaitedFuture<Void> {

    private final CompletableFuture<?> future;

    private Alarm(Scheduler loop, CompletableFuture<?> future) {
        super(loop);
        this.future = future;
    }

    /** Returns the alarm. Cancel it when the loop no longer waits for the future. */
    public static Alarm set(Scheduler loop, CompletableFuture<?> future) {
        var alarm = new Alarm(loop, future);
        alarm.await(future);
        return alarm;
    }

    @Override
    protected void ended(Throwable failure) {
        stopAwaiting(future);
    }
}
