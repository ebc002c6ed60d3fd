package benchmarks.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A single-threaded scheduler, which is the closest that the JDK has to a loop. */
final class JdkLoop implements RunningLoop {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void execute(Runnable callback) {
        executor.execute(callback);
    }

    @Override
    public void takeTurns(RoundRobin tasks) {
        executor.execute(() -> tasks.start(
                step -> CompletableFuture.runAsync(JdkLoop::nothing, executor).thenRun(step)));
    }

    private static void nothing() {}

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return Handoff.pingPong(last, JdkHandoff::new, this);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        executor.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        executor.close();
    }

    /** A future for the next number. */
    private final class JdkHandoff implements Handoff {
        private CompletableFuture<Integer> next = new CompletableFuture<>();

        @Override
        public void put(Integer number) {
            next.completeAsync(() -> number, executor);
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            next.thenAccept(number -> {
                next = new CompletableFuture<>();
                receiver.accept(number);
            });
        }
    }
}
