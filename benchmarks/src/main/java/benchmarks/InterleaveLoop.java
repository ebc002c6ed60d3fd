package benchmarks;

import eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The course's loop, on a thread of its own. */
final class InterleaveLoop implements RunningLoop {
    private final EventLoop loop = new EventLoop();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().start(this::run);

    private void run() {
        try (loop) {
            loop.runUntilComplete(stopped);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
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
        return CompletableFuture.supplyAsync(() -> Mailbox.pingPong(last, Post::new), this).thenCompose(
                ended -> ended);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        loop.sleep(duration).thenRun(then);
    }

    @Override
    public void stop() throws InterruptedException {
        stopped.complete(null);
        thread.join();
    }

    /** A future for the next ball. */
    private final class Post implements Mailbox {
        private CompletableFuture<Integer> next = new CompletableFuture<>();

        @Override
        public void put(Integer ball) {
            next.completeAsync(() -> ball, loop);
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            next.thenAccept(ball -> {
                next = new CompletableFuture<>();
                receiver.accept(ball);
            });
        }
    }
}
