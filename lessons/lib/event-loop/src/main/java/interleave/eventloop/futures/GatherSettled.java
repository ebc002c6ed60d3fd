package interleave.eventloop.futures;

import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Completes when the last part is done. Cancelling it cancels all parts, and waits until all have ended. */
public final class GatherSettled<T> extends AwaitedFuture<List<Future<T>>> {

    private final List<CompletableFuture<T>> parts;
    private int unfinished;
    private boolean cancelled;

    private GatherSettled(Scheduler loop, List<CompletableFuture<T>> parts) {
        super(loop);
        this.parts = parts;
        this.unfinished = parts.size();
    }

    public static <T> CompletableFuture<List<Future<T>>> of(Scheduler loop, List<? extends CompletionStage<T>> stages) {
        var gather = new GatherSettled<T>(
                loop, stages.stream().map(CompletionStage::toCompletableFuture).toList());
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
    protected void cancelOnLoop() {
        cancelled = true;
        parts.forEach(part -> part.cancel(false));
    }
}
