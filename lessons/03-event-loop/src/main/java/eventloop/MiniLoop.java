package eventloop;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An event loop with callbacks from other threads, sleep, tasks and gather. The event-loop versions of lessons 01, 02,
 * 04 and 05 run on it unchanged. It cannot cancel anything: that is what makes the course's real loop longer.
 */
public class MiniLoop implements Executor, AutoCloseable {

    /** A wait without a time limit. */
    static final long FOREVER = 0;

    /** Timers with the same deadline end in the order of their numbers. */
    private record Timer(long deadline, long number, CompletableFuture<Void> sleep) {}

    /** Any thread may add a callback. Only the loop's thread removes one. */
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    /** Only for the loop's thread. */
    private final Queue<Timer> timers =
            new PriorityQueue<>(comparingLong(Timer::deadline).thenComparingLong(Timer::number));

    private long timersAdded;
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean closed;

    /** Runs {@code main} on a new loop until its future completes. What {@code asyncio.run} does. */
    public static <T> T run(Function<MiniLoop, ? extends CompletionStage<T>> main) throws Exception {
        try (var loop = new MiniLoop()) {
            return loop.runUntilComplete(loop.createTask("main", () -> main.apply(loop)));
        }
    }

    /**
     * Runs the loop on the calling thread until {@code result} completes, and returns its value.
     *
     * @throws Exception the failure of {@code result}; {@link InterruptedException} when this thread is interrupted
     */
    public <T> T runUntilComplete(CompletionStage<T> result) throws Exception {
        thread = Thread.currentThread();
        CompletableFuture<T> future = result.toCompletableFuture();
        future.whenComplete((value, failure) -> wakeUp()); // another thread may complete it
        while (!future.isDone()) {
            runOneTurn();
        }
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception exception ? exception : failed;
        }
    }

    // ---- the turn

    private void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            waitForWork();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the event loop was interrupted");
        }
        takeIn();
        int callbacks = ready.size(); // callbacks that are added from now on run in the next turn
        for (int i = 0; i < callbacks; i++) {
            call(ready.remove());
        }
    }

    private void waitForWork() {
        if (timers.isEmpty()) {
            block(FOREVER);
            return;
        }
        long left = timers.element().deadline() - System.nanoTime();
        if (left > 0) {
            block(left);
        }
    }

    /** Blocks the thread for this many nanoseconds, or until another thread calls {@link #wakeUp}. */
    void block(long nanos) {
        if (nanos == FOREVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Ends {@link #block}, or the next one when the loop is not blocked now. So no wake-up is lost. */
    void wakeUp() {
        LockSupport.unpark(thread);
    }

    /** Makes the sleeps that are over ready to complete. */
    void takeIn() {
        while (!timers.isEmpty() && timers.element().deadline() - System.nanoTime() <= 0) {
            CompletableFuture<Void> sleep = timers.remove().sleep();
            ready.add(() -> sleep.complete(null));
        }
    }

    /** An exception ends the callback, and not the loop. */
    private static void call(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException | Error thrown) {
            System.err.println("mini loop: a callback threw " + thrown);
        }
    }

    // ---- what programs ask for

    /** Runs {@code callback} on the loop, in its next turn. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        if (closed) {
            throw new RejectedExecutionException("this event loop is closed");
        }
        ready.add(callback);
        if (Thread.currentThread() != thread) {
            wakeUp();
        }
    }

    /** A future that completes after {@code duration}; it blocks no thread. */
    public CompletableFuture<Void> sleep(Duration duration) {
        var sleep = new CompletableFuture<Void>();
        long deadline = System.nanoTime() + duration.toNanos();
        execute(() -> timers.add(new Timer(deadline, timersAdded++, sleep)));
        return sleep;
    }

    /** Starts {@code body} in the next turn, and completes as the future that it returns. */
    public <T> MiniTask<T> createTask(String name, Supplier<? extends CompletionStage<T>> body) {
        var task = new MiniTask<T>(name);
        execute(() -> {
            try {
                body.get().whenCompleteAsync((value, failure) -> end(task, value, failure), this);
            } catch (RuntimeException | Error thrown) {
                end(task, null, thrown);
            }
        });
        return task;
    }

    /** Completes with the results of all, in the order given, or fails as soon as one of them fails. */
    public <T> CompletableFuture<List<T>> gather(List<? extends CompletionStage<? extends T>> stages) {
        var parts = stages.stream().map(CompletionStage::toCompletableFuture).toList();
        var gathered = new CompletableFuture<List<T>>();
        Runnable endWithResults = () ->
                end(gathered, parts.stream().<T>map(CompletableFuture::join).toList(), null);
        parts.forEach(part -> part.exceptionally(failure -> {
            execute(() -> end(gathered, null, failure));
            return null;
        }));
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenRunAsync(endWithResults, this);
        return gathered;
    }

    /** Completes {@code future} with the value, or with the failure without the wrapper that chains put around it. */
    private static <T> void end(CompletableFuture<T> future, T value, Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure instanceof CompletionException wrapper ? wrapper.getCause() : failure);
        }
    }

    /** Closes the loop: what is unfinished stays unfinished, since this loop cannot cancel. */
    @Override
    public void close() {
        closed = true;
        ready.clear();
        timers.clear();
    }
}
