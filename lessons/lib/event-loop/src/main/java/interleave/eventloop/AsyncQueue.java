package interleave.eventloop;

import interleave.eventloop.observation.WaitReason;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A bounded queue between the tasks of one loop: {@code put} waits while it is full, {@code take} while it is empty,
 * both in the order of the calls. Use it on the loop's thread only. Corresponds to asyncio.Queue.
 */
public final class AsyncQueue<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private final AsyncSemaphore freeSlots;
    private final AsyncSemaphore usedSlots;

    /**
     * Creates an empty queue.
     *
     * @throws IllegalArgumentException when {@code capacity} is less than one
     */
    public AsyncQueue(EventLoop loop, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity of a queue must be at least 1, but it is " + capacity);
        }
        String queue = "queue " + loop.nextSynchronizer();
        var put = new WaitReason("put", "put into " + queue + ", which is full, capacity " + capacity);
        var take = new WaitReason("take", "take from " + queue + ", which is empty");
        freeSlots = new AsyncSemaphore(loop, capacity, lastProducer -> put);
        usedSlots = new AsyncSemaphore(loop, 0, lastConsumer -> take);
    }

    /** Completes when {@code item} is in the queue. If it is cancelled before that, the item is not added. */
    public CompletableFuture<Void> put(T item) {
        return freeSlots.acquire().thenRun(() -> {
            items.add(item);
            usedSlots.release();
        });
    }

    /** Removes the oldest item, as soon as there is one, and completes with it. Cancelling it removes no item. */
    public CompletableFuture<T> take() {
        return usedSlots.acquire().thenApply(acquired -> {
            T item = items.remove();
            freeSlots.release();
            return item;
        });
    }

    /** The number of items in the queue. */
    public int size() {
        return items.size();
    }
}
