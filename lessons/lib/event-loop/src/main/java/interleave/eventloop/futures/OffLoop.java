package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/** Runs blocking work that must not block the loop, on a new virtual thread or on a thread of a pool. */
public final class OffLoop {

    private final Scheduler loop;
    private ExecutorService threads;
    /** Unfinished work on pools that belong to the program. */
    private final Set<Call<?>> onPools = new HashSet<>();

    public OffLoop(Scheduler loop) {
        this.loop = loop;
    }

    /** Runs {@code work}, and completes on the loop. Cancelling it interrupts the work's thread. */
    public <T> CompletableFuture<T> call(Callable<T> work) {
        var call = new Call<T>(loop);
        loop.onLoop(() -> call.thread = threads().submit(() -> call.run(work)));
        return call;
    }

    /**
     * Runs {@code work} on a thread of {@code pool}, and completes on the loop. It fails if the pool rejects the work.
     * Cancelling it interrupts the work's thread, or removes the work from the queue of the pool.
     */
    public <T> CompletableFuture<T> call(ExecutorService pool, Callable<T> work) {
        var call = new PoolCall<T>(loop, pool);
        loop.onLoop(() -> {
            onPools.add(call);
            call.whenComplete((value, failure) -> onPools.remove(call));
            call.submit(work);
        });
        return call;
    }

    /**
     * Interrupts unfinished work. Waits until that on virtual threads has ended, because a thread cannot be forced to
     * end. A pool belongs to the program, which waits for its end.
     */
    public void close() {
        List.copyOf(onPools).forEach(call -> call.cancel(true));
        if (threads != null) {
            threads.shutdownNow();
            threads.close();
        }
    }

    private ExecutorService threads() {
        if (threads == null) {
            threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("off-loop-", 1).factory());
        }
        return threads;
    }

    private static class Call<T> extends AwaitedFuture<T> {
        private final Owner requester;
        /** The thread that does the work, for inspection; null before it starts. */
        private Thread worker;
        /** Used only to interrupt the thread. The result is that of this future. */
        Future<?> thread;

        Call(Scheduler loop) {
            super(loop);
            this.requester = loop.owner();
        }

        void run(Callable<T> work) {
            worker = Thread.currentThread();
            try {
                T value = work.call();
                onLoop(() -> complete(value));
            } catch (Throwable failure) {
                onLoop(() -> completeExceptionally(failure));
            }
        }

        @Override
        public Optional<WaitReason> waitReason() {
            Thread now = worker;
            return Optional.of(
                    now == null
                            ? new WaitReason("blocking work", "blocking work, which has not started")
                            : new WaitReason("blocking work", "blocking work on " + now.getName()).workedOnBy(now));
        }

        private void onLoop(Runnable completion) {
            loop.execute(() -> {
                loop.switchTo(requester);
                completion.run();
            });
        }

        @Override
        protected void cancelOnLoop() {
            thread.cancel(true);
            super.cancelOnLoop();
        }
    }

    private static final class PoolCall<T> extends Call<T> {
        private final ExecutorService pool;

        PoolCall(Scheduler loop, ExecutorService pool) {
            super(loop);
            this.pool = pool;
        }

        void submit(Callable<T> work) {
            try {
                thread = pool.submit(() -> run(work));
            } catch (RejectedExecutionException full) {
                completeExceptionally(full);
            }
        }

        @Override
        protected void cancelOnLoop() {
            super.cancelOnLoop();
            if (pool instanceof ThreadPoolExecutor queueing && thread instanceof Runnable queued) {
                queueing.remove(queued); // cancelled work would occupy a place in a bounded queue
            }
        }
    }
}
