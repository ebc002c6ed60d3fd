package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;

/** Wakes a sleeping loop when a future is done, whichever thread completes it. */
public final class Alarm extends AwaitedFuture<Void> {

    private Alarm(Scheduler loop) {
        super(loop);
    }

    public static void set(Scheduler loop, CompletableFuture<?> future) {
        new Alarm(loop).await(future);
    }
}
