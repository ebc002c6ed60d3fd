package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Completes on the loop like another future. Cancelling it does not cancel that future. */
public sealed class Follower<T> extends AwaitedFuture<T> permits Adopted {

    final CompletableFuture<T> leader;
    /** Completed when this future ends, so that a foreign leader forgets it; null if the leader is of this loop. */
    private CompletableFuture<Void> detached;

    Follower(Scheduler loop, CompletableFuture<T> leader) {
        super(loop);
        this.leader = leader;
    }

    public static <T> CompletableFuture<T> of(Scheduler loop, CompletionStage<T> stage) {
        var follower = new Follower<>(loop, stage.toCompletableFuture());
        loop.onLoop(follower::start);
        return follower;
    }

    /** A foreign future can forget a dependent only if it is an {@code anyOf}, once another part of it is complete. */
    final void start() {
        if (leader instanceof AwaitedFuture<T> own && own.loop == loop) {
            await(leader);
        } else {
            detached = new CompletableFuture<>();
            await(CompletableFuture.anyOf(leader, detached));
        }
    }

    @Override
    protected void ended(Throwable failure) {
        stopAwaiting(leader);
        if (detached != null) {
            detached.complete(null);
        }
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.of(leader);
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
        if (!leader.isDone()) {
            return; // detached
        }
        if (failure == null) {
            complete(leader.getNow(null));
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
    }
}
