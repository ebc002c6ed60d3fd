package benchmarks;

import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The course's loop, on a thread of its own. */
final class InterleaveLoop implements RunningLoop {
    final EventLoop loop = new EventLoop();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final FutureTask<Void> run = new FutureTask<>(this::run);

    InterleaveLoop() {
        Thread.ofPlatform().start(run);
    }

    private Void run() throws Exception {
        try (loop) {
            return loop.runUntilComplete(stopped);
        }
    }

    @Override
    public void execute(Runnable callback) {
        loop.execute(callback);
    }

    @Override
    public void takeTurns(Rota rota) {
        loop.execute(() -> rota.start(step -> loop.sleep(Duration.ZERO).thenRun(step)));
    }

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return CompletableFuture.supplyAsync(() -> Mailbox.pingPong(last, Post::new), this)
                .thenCompose(ended -> ended);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        loop.sleep(duration).thenRun(then);
    }

    @Override
    public void stop() throws InterruptedException, ExecutionException {
        stopped.complete(null);
        run.get();
    }

    /** A queue that holds one ball. */
    private final class Post implements Mailbox {
        private final AsyncQueue<Integer> queue = new AsyncQueue<>(loop, 1);

        @Override
        public void put(Integer ball) {
            queue.put(ball);
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            queue.take().thenAccept(receiver);
        }
    }
}
