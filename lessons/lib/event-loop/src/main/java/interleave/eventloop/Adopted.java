package interleave.eventloop;

import java.util.concurrent.CompletableFuture;

/** Completes on the loop as a future of somebody else does, and cancels that one when it is cancelled. */
final class Adopted<T> extends Follower<T> {

    Adopted(EventLoop loop, CompletableFuture<T> stranger) {
        super(loop, stranger);
    }

    @Override
    void cancelOnLoop() {
        leader.cancel(true); // of java.net.http only this ends the request
        super.cancelOnLoop();
    }
}
