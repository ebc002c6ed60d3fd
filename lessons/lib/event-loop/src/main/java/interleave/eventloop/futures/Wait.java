package interleave.eventloop.futures;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The part of a chain that decides what to cancel, where a plain step could only cancel the start of the chain. */
sealed interface Wait permits Composition, Join {

    /** Cancels the futures that the chain waits for now. Returns false if there are none. */
    boolean stop();

    /** The futures that the chain waits for now. */
    Stream<CompletableFuture<?>> awaitedNow();

    /** Whether one of those futures is being cancelled and cleans up. */
    boolean isCancelRequested();

    /** The future that the chain waits for now, if the chain found it only while it ran; otherwise null. */
    CompletableFuture<?> after();

    static boolean isBeingCancelled(CompletableFuture<?> future) {
        return future instanceof LoopFuture<?> own && own.isCancelRequested();
    }
}
