package benchmarks.peers;

import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The course's loop, on a thread of its own. */
public final class InterleaveLoop implements RunningLoop {
    private final EventLoop loop = new EventLoop();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final FutureTask<Void> run = new FutureTask<>(this::run);

    public InterleaveLoop() {
        Thread.ofPlatform().start(run);
    }

    private Void run() throws Exception {
        try (loop) {
            return loop.runUntilComplete(stopped);
        }
    }

    /** For calls that only the loop's thread may make, such as opening a server. */
    public EventLoop loop() {
        return loop;
    }

    @Override
    public void execute(Runnable callback) {
        loop.execute(callback);
    }

    @Override
    public void takeTurns(RoundRobin tasks) {
        loop.execute(() -> tasks.start(step -> loop.sleep(Duration.ZERO).thenRun(step)));
    }

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return Handoff.pingPong(last, InterleaveHandoff::new, this);
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

    /** A queue that holds one number. */
    private final class InterleaveHandoff implements Handoff {
        private final AsyncQueue<Integer> queue = new AsyncQueue<>(loop, 1);

        @Override
        public void put(Integer number) {
            queue.put(number); // completes at once: the other task has taken the number before
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            queue.take().thenAccept(receiver);
        }
    }
}
