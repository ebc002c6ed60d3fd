package benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The JDK's nearest to a loop. */
final class JdkLoop implements RunningLoop {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void execute(Runnable callback) {
        executor.execute(callback);
    }

    @Override
    public void takeTurns(Rota rota) {
        executor.execute(() -> rota.start(
                step -> CompletableFuture.runAsync(JdkLoop::nothing, executor).thenRun(step)));
    }

    private static void nothing() {}

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return CompletableFuture.supplyAsync(() -> Mailbox.pingPong(last, Post::new), this)
                .thenCompose(ended -> ended);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        executor.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        executor.close();
    }

    /** A future for the next ball. */
    private final class Post implements Mailbox {
        private CompletableFuture<Integer> next = new CompletableFuture<>();

        @Override
        public void put(Integer ball) {
            next.completeAsync(() -> ball, executor);
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
