package interleave.eventloop;

import interleave.eventloop.futures.NextTurn;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fair semaphore for the tasks of one loop. A task that waits for a permit blocks no thread. Use it on the loop's
 * thread only. Corresponds to asyncio.Semaphore.
 */
public final class AsyncSemaphore {

    private final EventLoop loop;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    /** What its waiters wait for, given the task that acquired the last permit. */
    private final Function<Owner, WaitReason> reason;

    private int permits;
    /** The task that acquired the last permit: for a single permit, the one that holds it. */
    private Owner lastToAcquire = Owner.NONE;

    /**
     * Creates a semaphore with this many free permits.
     *
     * @throws IllegalArgumentException when {@code permits} is negative
     */
    public AsyncSemaphore(EventLoop loop, int permits) {
        this(loop, permits, reason(permits, loop.nextSynchronizer()));
    }

    AsyncSemaphore(EventLoop loop, int permits, Function<Owner, WaitReason> reason) {
        if (permits < 0) {
            throw new IllegalArgumentException("the number of permits must not be negative, but it is " + permits);
        }
        this.loop = loop;
        this.permits = permits;
        this.reason = reason;
    }

    private static Function<Owner, WaitReason> reason(int permits, int number) {
        var reason = new WaitReason("semaphore", "permit of semaphore " + number);
        return permits == 1 ? reason::heldBy : holder -> reason;
    }

    /** Completes when a permit is acquired. Cancelling it leaves the queue. Call {@link #release} afterwards. */
    public CompletableFuture<Void> acquire() {
        loop.scheduler.checkLoopThread();
        if (permits > 0) {
            permits--;
            lastToAcquire = loop.scheduler.owner();
            return loop.completed(null);
        }
        var waiter = new Waiter();
        waiters.add(waiter);
        return waiter;
    }

    /** Returns a permit, or adds a new one. The first waiter continues in the loop's next turn. */
    public void release() {
        loop.scheduler.checkLoopThread();
        Waiter first = waiters.poll();
        if (first == null) {
            permits++;
            lastToAcquire = Owner.NONE;
        } else {
            lastToAcquire = first.requestedBy();
            first.granted = true;
            loop.scheduler.runNextTurn(first);
        }
    }

    /** Runs {@code body} with a permit, and releases the permit in any case, like {@code async with}. */
    public <T> CompletableFuture<T> withPermit(Supplier<? extends CompletionStage<T>> body) {
        return acquire().thenCompose(acquired -> loop.begin(body).whenComplete((value, failure) -> release()));
    }

    /** The number of free permits. */
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
                release(); // it was cancelled after the permit was granted: pass the permit on
            } else {
                super.run();
            }
        }

        Owner requestedBy() {
            return requester();
        }

        @Override
        public Optional<WaitReason> waitReason() {
            return Optional.of(reason.apply(lastToAcquire));
        }

        @Override
        protected void ended(Throwable failure) {
            if (!granted) {
                waiters.remove(this);
            }
        }
    }
}
