package sensors;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A job that does not block. */
interface InstantJob extends Job {

    @Override
    default CompletionStage<Void> runOn(EventLoop loop) {
        try {
            run();
            return loop.completed(null);
        } catch (Exception failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
