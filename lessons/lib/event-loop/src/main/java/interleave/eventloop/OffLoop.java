package interleave.eventloop;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Blocking work that must not hold the loop: a virtual thread each. */
final class OffLoop {

    private final EventLoop loop;
    private ExecutorService threads;

    OffLoop(EventLoop loop) {
        this.loop = loop;
    }

    <T> AwaitedFuture<T> call(Callable<T> work) {
        var call = new Call<T>(loop);
        loop.onLoop(() -> call.thread = threads().submit(() -> call.run(work)));
        return call;
    }

    /** Interrupts what still runs, and waits for it: a thread cannot be made to end. */
    void close() {
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
        private final Task<?> asker;
        Future<?> thread;

        Call(EventLoop loop) {
            super(loop);
            this.asker = loop.asker();
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
                loop.switchTo(asker);
                completion.run();
            });
        }

        @Override
        void cancelOnLoop() {
            thread.cancel(true);
            super.cancelOnLoop();
        }
    }
}
