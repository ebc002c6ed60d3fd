package interleave.eventloop.futures;

import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Completes with the results of all parts, in order, or with the first failure. Cancelling it cancels all parts. If the
 * parts then end with values all the same, it is still cancelled.
 */
public final class Gather<T> extends AwaitedFuture<List<T>> {

    private final List<CompletableFuture<? extends T>> parts;
    private int unfinished;
    private boolean cancelled;

    private Gather(Scheduler loop, List<CompletableFuture<? extends T>> parts) {
        super(loop);
        this.parts = parts;
        this.unfinished = parts.size();
    }

    public static <T> CompletableFuture<List<T>> of(
            Scheduler loop, List<? extends CompletionStage<? extends T>> stages) {
        var gather = new Gather<T>(
                loop,
                stages.stream()
                        .<CompletableFuture<? extends T>>map(CompletionStage::toCompletableFuture)
                        .toList());
        loop.onLoop(gather::start);
        return gather;
    }

    private void start() {
        if (parts.isEmpty()) {
            complete(List.of());
        }
        for (var part : parts) {
            await(part);
        }
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return parts.stream().map(part -> part);
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("gather", "gather, " + unfinished + " of " + parts.size() + " left"));
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> part, Throwable failure) {
        unfinished--;
        if (failure != null) {
            completeExceptionally(Failures.causeOf(failure));
        } else if (unfinished == 0 && cancelled) {
            super.cancelOnLoop();
        } else if (unfinished == 0) {
            complete(parts.stream().<T>map(CompletableFuture::join).toList());
        }
    }

    @Override
    protected void cancelOnLoop() {
        cancelled = true;
        parts.forEach(part -> part.cancel(false));
    }
}
