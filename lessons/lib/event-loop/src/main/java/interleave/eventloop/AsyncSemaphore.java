package interleave.eventloop;

import interleave.eventloop.futures.NextTurn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A number of permits for the tasks of one loop. A task that finds none waits, first come first served, and blocks no
 * thread. To be used on the loop's thread. What asyncio calls a Semaphore.
 */
public final class AsyncSemaphore {

    private final EventLoop loop;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int permits;

    /**
     * Creates a semaphore with this many free permits.
     *
     * @throws IllegalArgumentException when {@code permits} is negative
     */
    public AsyncSemaphore(EventLoop loop, int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore cannot start with " + permits + " permits");
        }
        this.loop = loop;
        this.permits = permits;
    }

    /** Acquires a permit, to be returned with {@link #release}. Cancelling it gives up the place in the queue. */
    public CompletableFuture<Void> acquire() {
        loop.scheduler.checkHere();
        if (permits > 0) {
            permits--;
            return loop.completed(null);
        }
        var waiter = new Waiter();
        waiters.add(waiter);
        return waiter;
    }

    /** Returns a permit, or adds a new one. The first waiter continues in the loop's next turn. */
    public void release() {
        loop.scheduler.checkHere();
        Waiter first = waiters.poll();
        if (first == null) {
            permits++;
        } else {
            first.granted = true;
            loop.scheduler.goOnWith(first);
        }
    }

    /** Runs {@code body} with a permit, and returns it however the body ends. What {@code async with} does. */
    public <T> CompletableFuture<T> withPermit(Supplier<? extends CompletionStage<T>> body) {
        return acquire().thenCompose(acquired -> loop.begin(body).whenComplete((value, failure) -> release()));
    }

    /** How many permits are free. */
    public int availablePermits() {
        return permits;
    }

    private final class Waiter extends NextTurn {
        private boolean granted;

        Waiter() {
            super(AsyncSemaphore.this.loop.scheduler);
        }

        @Override
        public void run() {
            if (isDone()) {
                release(); // cancelled after it was granted the permit, which is now for the next waiter
            } else {
                super.run();
            }
        }

        @Override
        protected void ended(Throwable failure) {
            if (!granted) {
                waiters.remove(this);
            }
        }
    }
}
