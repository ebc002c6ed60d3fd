package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs blocking work that must not block the loop, each piece on a new virtual thread. */
public final class OffLoop {

    private final Scheduler loop;
    private ExecutorService threads;

    public OffLoop(Scheduler loop) {
        this.loop = loop;
    }

    /** Runs {@code work}, and completes on the loop. Cancelling it interrupts the work's thread. */
    public <T> CompletableFuture<T> call(Callable<T> work) {
        var call = new Call<T>(loop);
        loop.onLoop(() -> call.thread = threads().submit(() -> call.run(work)));
        return call;
    }

    /** Interrupts unfinished work, and waits until it has ended, because a thread cannot be forced to end. */
    public void close() {
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

    private static final class Call<T> extends AwaitedFuture<T> {
        private final Owner requester;
        /** Used only to interrupt the thread. The result is that of this future. */
        Future<?> thread;

        Call(Scheduler loop) {
            super(loop);
            this.requester = loop.owner();
        }

        void run(Callable<T> work) {
            try {
                T value = work.call();
                onLoop(() -> complete(value));
            } catch (Throwable failure) {
                onLoop(() -> completeExceptionally(failure));
            }
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
}
