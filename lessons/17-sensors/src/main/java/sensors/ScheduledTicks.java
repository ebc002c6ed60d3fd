package sensors;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The ticks of one device on a pool. Completes after the last one. */
final class ScheduledTicks extends CompletableFuture<Void> {

    private final Device device;
    private final ScheduledExecutorService pool;

    ScheduledTicks(Device device, ScheduledExecutorService pool) {
        this.device = device;
        this.pool = pool;
    }

    void scheduleNext() {
        if (device.hasNext()) {
            pool.schedule(this::tick, device.untilDue().toNanos(), TimeUnit.NANOSECONDS);
        } else {
            complete(null);
        }
    }

    private void tick() {
        try {
            device.tick();
            scheduleNext();
        } catch (Throwable failure) {
            completeExceptionally(failure); // the pool would only store it in a future that is never read
        }
    }

    /** Waits until all have ended, or one of them fails. */
    static void await(List<ScheduledTicks> all) throws Exception {
        var failed = new CompletableFuture<Void>();
        for (var ticks : all) {
            ticks.whenComplete((end, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
            });
        }
        CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(ScheduledTicks[]::new)))
                .get();
    }
}
