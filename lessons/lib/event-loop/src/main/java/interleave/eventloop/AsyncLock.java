package interleave.eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A lock for the tasks of one loop, first come first served: for a sequence of steps with waits between them, in which
 * no other task may come between. It knows no owner and is not reentrant. What asyncio calls a Lock.
 */
public final class AsyncLock {

    private final AsyncSemaphore semaphore;

    /** An open lock. */
    public AsyncLock(EventLoop loop) {
        semaphore = new AsyncSemaphore(loop, 1);
    }

    /**
     * Completes when the lock is yours: give it back with {@link #release}. Cancelling it gives up the place in line.
     */
    public CompletableFuture<Void> acquire() {
        return semaphore.acquire();
    }

    /**
     * Gives the lock to the first in line.
     *
     * @throws IllegalStateException when nobody holds it
     */
    public void release() {
        if (!isLocked()) {
            throw new IllegalStateException("this lock is released, but nobody holds it");
        }
        semaphore.release();
    }

    /** Runs {@code body} with the lock, and gives it back however the body ends. What {@code async with} does. */
    public <T> CompletableFuture<T> withLock(Supplier<? extends CompletionStage<T>> body) {
        return semaphore.withPermit(body);
    }

    /** Whether somebody holds it. */
    public boolean isLocked() {
        return semaphore.availablePermits() == 0;
    }
}
