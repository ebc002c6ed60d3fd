package interleave.eventloop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A queue between the tasks of one loop: who puts into a full one waits for room, who takes from an empty one waits for
 * an item, first come first served. To be used on the loop's thread. What asyncio calls a Queue.
 */
public final class AsyncQueue<T> {

    private final Queue<T> items = new ArrayDeque<>();
    private final AsyncSemaphore room;
    private final AsyncSemaphore filled;

    /** @throws IllegalArgumentException when {@code capacity} is less than one */
    public AsyncQueue(EventLoop loop, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue needs room for at least one item, not " + capacity);
        }
        room = new AsyncSemaphore(loop, capacity);
        filled = new AsyncSemaphore(loop, 0);
    }

    /** Completes when {@code item} is in the queue; cancelled before, it never gets there. */
    public CompletableFuture<Void> put(T item) {
        return room.acquire().thenRun(() -> {
            items.add(item);
            filled.release();
        });
    }

    /** The oldest item, once there is one. Cancelling it leaves the item to the next. */
    public CompletableFuture<T> take() {
        return filled.acquire().thenApply(there -> {
            T item = items.remove();
            room.release();
            return item;
        });
    }

    /** How many items wait to be taken. */
    public int size() {
        return items.size();
    }
}
