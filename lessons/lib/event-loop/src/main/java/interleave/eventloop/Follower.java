package interleave.eventloop;

import java.util.concurrent.CompletableFuture;

/** Completes on the loop as another future does. Cancelling it leaves that one alone. */
class Follower<T> extends AwaitedFuture<T> {

    final CompletableFuture<T> leader;

    Follower(EventLoop loop, CompletableFuture<T> leader) {
        super(loop);
        this.leader = leader;
    }

    void start() {
        loop.await(leader, this);
    }

    @Override
    void heard(CompletableFuture<?> done, Throwable failure) {
        if (failure == null) {
            complete(leader.getNow(null));
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
    }
}
