package interleave.eventloop.futures;

import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Completes like a future from outside the loop. Cancelling it cancels that future. */
public final class Adopted<T> extends Follower<T> {

    private Adopted(Scheduler loop, CompletableFuture<T> foreign) {
        super(loop, foreign);
    }

    /**
     * A future of {@code loop} that completes like {@code stage}; the stage itself if it already belongs to the loop.
     */
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
        leader.cancel(true); // only cancel(true) aborts a request of java.net.http
        super.cancelOnLoop();
    }
}
