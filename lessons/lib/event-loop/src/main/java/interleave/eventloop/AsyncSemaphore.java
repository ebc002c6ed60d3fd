package interleave.eventloop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A number of permits for the tasks of one loop: who finds none waits for one, first come first served, and no thread
 * waits. To be used on the loop's thread. What asyncio calls a Semaphore.
 */
public final class AsyncSemaphore {

    private final EventLoop loop;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int permits;

    /** @throws IllegalArgumentException when {@code permits} is negative */
    public AsyncSemaphore(EventLoop loop, int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore cannot begin with " + permits + " permits");
        }
        this.loop = loop;
        this.permits = permits;
    }

    /**
     * Completes when a permit is yours: give it back with {@link #release}. Cancelling it gives up the place in line.
     */
    public CompletableFuture<Void> acquire() {
        loop.checkHere();
        if (permits > 0) {
            permits--;
            return loop.completed(null);
        }
        var waiter = new Waiter();
        waiters.add(waiter);
        return waiter;
    }

    /** Gives a permit back, or a new one. The first in line goes on with the loop's next turn. */
    public void release() {
        loop.checkHere();
        Waiter first = waiters.poll();
        if (first == null) {
            permits++;
        } else {
            first.granted = true;
            loop.goOnWith(first);
        }
    }

    /** Runs {@code body} with a permit, and gives it back however the body ends. What {@code async with} does. */
    public <T> CompletableFuture<T> withPermit(Supplier<? extends CompletionStage<T>> body) {
        return acquire().thenCompose(acquired -> loop.begin(body).whenComplete((value, failure) -> release()));
    }

    /** How many permits nobody has. */
    public int availablePermits() {
        return permits;
    }

    private final class Waiter extends NextTurn {
        private boolean granted;

        Waiter() {
            super(AsyncSemaphore.this.loop);
        }

        @Override
        public void run() {
            if (isDone()) {
                release(); // cancelled after its turn had come: the permit is for the next
            } else {
                super.run();
            }
        }

        @Override
        void ended() {
            if (!granted) {
                waiters.remove(this);
            }
        }
    }
}
