package interleave.eventloop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A bounded queue between the tasks of one loop: {@code put} waits while it is full, {@code take} while it is empty,
 * first come first served. To be used on the loop's thread. What asyncio calls a Queue.
 */
public final class AsyncQueue<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private final AsyncSemaphore room;
    private final AsyncSemaphore filled;

    /**
     * Creates an empty queue.
     *
     * @throws IllegalArgumentException when {@code capacity} is less than one
     */
    public AsyncQueue(EventLoop loop, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue needs room for at least one item, not " + capacity);
        }
        room = new AsyncSemaphore(loop, capacity);
        filled = new AsyncSemaphore(loop, 0);
    }

    /** Completes when {@code item} is in the queue. If it is cancelled before, the item is never added. */
    public CompletableFuture<Void> put(T item) {
        return room.acquire().thenRun(() -> {
            items.add(item);
            filled.release();
        });
    }

    /** Completes with the oldest item, once there is one. Cancelling it leaves the item in the queue. */
    public CompletableFuture<T> take() {
        return filled.acquire().thenApply(there -> {
            T item = items.remove();
            room.release();
            return item;
        });
    }

    /** How many items are in the queue. */
    public int size() {
        return items.size();
    }
}
