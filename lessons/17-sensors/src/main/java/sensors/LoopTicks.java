package sensors;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * The ticks of one device on a loop. Completes after the last one. Each tick starts the next one, and can then be
 * garbage-collected: a chain of {@code thenCompose} calls would keep all ticks in memory (lesson 14).
 */
final class LoopTicks extends CompletableFuture<Void> {

    private final EventLoop loop;
    private final Device device;
    private CompletableFuture<Void> current;

    private LoopTicks(EventLoop loop, Device device) {
        this.loop = loop;
        this.device = device;
        this.current = loop.completed(null);
    }

    static CompletableFuture<Void> of(EventLoop loop, Device device) {
        var ticks = new LoopTicks(loop, device);
        CompletableFuture<Void> onLoop = loop.adopt(ticks);
        ticks.startNext();
        return onLoop;
    }

    private void startNext() {
        if (!device.hasNext()) {
            complete(null);
            return;
        }
        current = loop.sleep(device.untilDue()).thenCompose(due -> device.tickOn(loop));
        current.whenComplete(this::ended);
    }

    private void ended(Void result, Throwable failure) {
        if (failure == null) {
            startNext();
        } else {
            completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return current.cancel(mayInterruptIfRunning);
    }
}
