package interleave.eventloop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** All parts, once the last of them is done, however it ended. Cancelling it cancels every part, and waits for them. */
final class GatherSettled<T> extends AwaitedFuture<List<Future<T>>> {

    private final List<CompletableFuture<T>> parts;
    private int unfinished;
    private boolean cancelled;

    GatherSettled(EventLoop loop, List<CompletableFuture<T>> parts) {
        super(loop);
        this.parts = parts;
        this.unfinished = parts.size();
    }

    void start() {
        if (parts.isEmpty()) {
            complete(List.of());
        }
        for (var part : parts) {
            loop.await(part, this);
        }
    }

    @Override
    void heard(CompletableFuture<?> part, Throwable failure) {
        unfinished--;
        if (unfinished > 0) {
            return;
        }
        if (cancelled) {
            super.cancelOnLoop();
        } else {
            complete(List.copyOf(parts));
        }
    }

    @Override
    void cancelOnLoop() {
        cancelled = true;
        parts.forEach(part -> part.cancel(false));
    }
}
