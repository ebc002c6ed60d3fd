package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Completes on the loop like another future. Cancelling it does not cancel that future. */
public sealed class Follower<T> extends AwaitedFuture<T> permits Adopted {

    final CompletableFuture<T> leader;

    Follower(Scheduler loop, CompletableFuture<T> leader) {
        super(loop);
        this.leader = leader;
    }

    public static <T> CompletableFuture<T> of(Scheduler loop, CompletionStage<T> stage) {
        var follower = new Follower<>(loop, stage.toCompletableFuture());
        loop.onLoop(follower::start);
        return follower;
    }

    final void start() {
        await(leader);
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
        if (failure == null) {
            complete(leader.getNow(null));
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
    }
}
