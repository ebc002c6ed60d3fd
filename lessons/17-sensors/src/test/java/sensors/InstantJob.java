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
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // ends the loop
            return CompletableFuture.failedFuture(stopped);
        } catch (Exception failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
