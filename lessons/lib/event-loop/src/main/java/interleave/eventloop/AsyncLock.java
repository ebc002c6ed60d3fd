package interleave.eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A lock for the tasks of one loop, first come first served. It protects a critical section that contains waits: no
 * other task enters it in between. It has no owner and is not reentrant. What asyncio calls a Lock.
 */
public final class AsyncLock {

    private final AsyncSemaphore semaphore;

    /** Creates a lock that is not locked. */
    public AsyncLock(EventLoop loop) {
        semaphore = new AsyncSemaphore(loop, 1);
    }

    /** Acquires the lock, to be returned with {@link #release}. Cancelling it gives up the place in the queue. */
    public CompletableFuture<Void> acquire() {
        return semaphore.acquire();
    }

    /**
     * Passes the lock to the first waiter.
     *
     * @throws IllegalStateException when it is not locked
     */
    public void release() {
        if (!isLocked()) {
            throw new IllegalStateException("this lock is not locked: release() needs an acquire() before it");
        }
        semaphore.release();
    }

    /** Runs {@code body} with the lock, and releases it however the body ends. What {@code async with} does. */
    public <T> CompletableFuture<T> withLock(Supplier<? extends CompletionStage<T>> body) {
        return semaphore.withPermit(body);
    }

    /** Whether a task holds it. */
    public boolean isLocked() {
        return semaphore.availablePermits() == 0;
    }
}
