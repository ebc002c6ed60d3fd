package interleave.eventloop;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The results of all parts in the order given, or the first failure. Cancelling it cancels every part. */
final class Gather<T> extends AwaitedFuture<List<T>> {

    private final List<CompletableFuture<? extends T>> parts;
    private int unfinished;

    Gather(EventLoop loop, List<CompletableFuture<? extends T>> parts) {
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
        if (failure != null) {
            completeExceptionally(Failures.causeOf(failure));
        } else if (unfinished == 0) {
            complete(parts.stream().<T>map(CompletableFuture::join).toList());
        }
    }

    @Override
    void cancelOnLoop() {
        parts.forEach(part -> part.cancel(false));
    }
}
