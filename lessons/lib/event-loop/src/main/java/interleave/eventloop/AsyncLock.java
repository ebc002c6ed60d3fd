package interleave.eventloop;

import interleave.eventloop.observation.WaitReason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A fair lock for the tasks of one loop. It protects a critical section that contains waits: no other task enters the
 * section in the meantime. The lock has no owner and is not reentrant. Corresponds to asyncio.Lock.
 */
public final class AsyncLock {

    private final AsyncSemaphore semaphore;

    /** Creates a lock that is not locked. */
    public AsyncLock(EventLoop loop) {
        semaphore = new AsyncSemaphore(loop, 1, new WaitReason("lock", "lock " + loop.nextSynchronizer())::heldBy);
    }

    /** Completes when the lock is acquired. Cancelling it leaves the queue. Call {@link #release} afterwards. */
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
            throw new IllegalStateException("cannot release a lock that is not locked: call acquire() first");
        }
        semaphore.release();
    }

    /** Runs {@code body} with the lock, and releases the lock in any case, like {@code async with}. */
    public <T> CompletableFuture<T> withLock(Supplier<? extends CompletionStage<T>> body) {
        return semaphore.withPermit(body);
    }

    /** Whether a task holds the lock. */
    public boolean isLocked() {
        return semaphore.availablePermits() == 0;
    }
}
