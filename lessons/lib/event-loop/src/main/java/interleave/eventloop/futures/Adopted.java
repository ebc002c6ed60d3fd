package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Follows a future from outside the loop, and cancels it when it is cancelled itself. */
public final class Adopted<T> extends Follower<T> {

    private Adopted(Scheduler loop, CompletableFuture<T> foreign) {
        super(loop, foreign);
    }

    /** A future of {@code loop} that follows {@code stage}: the stage itself when it belongs to the loop already. */
    public static <T> CompletableFuture<T> of(Scheduler loop, CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future instanceof LoopFuture<T> own && own.loop == loop) {
            return own;
        }
        var adopted = new Adopted<>(loop, future);
        loop.onLoop(adopted::start);
        return adopted;
    }

    @Override
    protected void cancelOnLoop() {
        leader.cancel(true); // only this ends a request of java.net.http
        super.cancelOnLoop();
    }
}
