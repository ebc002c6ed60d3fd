package downloads.transfer;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * The body of a response, which arrives in chunks. A chunk is requested only when the caller asks for it, so at most
 * one chunk has arrived but is not yet written. Thread-safe.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {

    private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    /** The chunk that the caller is waiting for. */
    private CompletableFuture<List<ByteBuffer>> awaited = new CompletableFuture<>();
    /** Completes at the end of the body, with an empty list or with a failure. */
    private final CompletableFuture<List<ByteBuffer>> ended = new CompletableFuture<>();

    /** Requests the next chunk. An empty list marks the end. Call it again only after the future has completed. */
    synchronized CompletableFuture<List<ByteBuffer>> next() {
        if (ended.isDone()) {
            return ended;
        }
        awaited = new CompletableFuture<>();
        subscribed.thenAccept(subscription -> subscription.request(1));
        return awaited;
    }

    /** Returns the body immediately: the chunks arrive later. */
    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed.complete(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        awaited().complete(chunk);
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
        awaited().completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(List.of());
        awaited().complete(List.of());
    }

    private synchronized CompletableFuture<List<ByteBuffer>> awaited() {
        return awaited;
    }

    /** Closes the connection, unless the body has arrived completely. */
    @Override
    public void close() {
        subscribed.thenAccept(Subscription::cancel);
    }
}
