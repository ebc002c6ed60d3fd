package eventloop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An event loop: one thread that runs callbacks one after the other, and sleeps when there is nothing to run.
 *
 * <p>Callbacks wait their turn in a ready queue; sleepers wait for their moment in a timer queue. Any thread may ask for
 * something ({@link #execute}, {@link #sleep}, {@link #createTask}); what it asks for happens on the thread that runs the
 * loop. Only that thread, or the one that made the loop while it does not run yet, may run, gather or close. What asyncio
 * calls an event loop, in Java.
 */
public final class EventLoop implements Executor, AutoCloseable {

    private static final ThreadLocal<Boolean> RUNS_A_LOOP = ThreadLocal.withInitial(() -> false);

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final TimerQueue timers = new TimerQueue();
    private final Arrivals arrivals = new Arrivals();

    /** The thread that runs the loop; while none does, the one that made it. */
    private volatile Thread thread = Thread.currentThread();

    /** On whose behalf the loop runs a callback now. */
    Task<?> current = Task.NONE;
    private final AtomicLong tasksCreated = new AtomicLong();
    private boolean closed;

    /**
     * Runs {@code main} on a new loop until the future it returns completes, closes the loop, and returns the value.
     * What {@code asyncio.run} does.
     *
     * @throws Exception what {@code main} failed with, itself and not wrapped; {@link InterruptedException} when this
     *             thread is interrupted; {@link IllegalStateException} inside a running loop
     */
    public static <T> T run(Function<EventLoop, ? extends CompletionStage<T>> main) throws Exception {
        try (var loop = new EventLoop()) {
            return loop.runUntilComplete(loop.createTask("main", () -> main.apply(loop)));
        }
    }

    /**
     * Runs callbacks and timers on the calling thread until {@code result} completes, and returns its value. The loop
     * may be run again afterwards: what was left waiting goes on.
     *
     * @throws Exception as {@link #run}
     */
    public <T> T runUntilComplete(CompletionStage<T> result) throws Exception {
        CompletableFuture<T> future = result.toCompletableFuture();
        enter();
        try {
            future.whenComplete((value, failure) -> wake());
            while (!future.isDone()) {
                runOneTurn();
            }
        } finally {
            RUNS_A_LOOP.remove();
        }
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw Failures.asException(failed.getCause());
        }
    }

    /** Runs {@code callback} on the loop, after those that are ready already. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        if (Thread.currentThread() != thread) {
            if (arrivals.add(callback)) {
                LockSupport.unpark(thread);
            }
        } else if (closed) {
            throw new RejectedExecutionException("this event loop is closed");
        } else {
            ready.add(current == Task.NONE ? callback : new Step(this, current, callback));
        }
    }

    /** A future that completes after {@code duration}; no thread waits for it. Cancelling it removes its timer. */
    public CompletableFuture<Void> sleep(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            var nextTurn = new CompletableFuture<Void>();
            execute(() -> nextTurn.complete(null));
            return nextTurn;
        }
        var sleep = new Sleep(this, timers, System.nanoTime() + duration.toNanos());
        onLoop(() -> timers.add(sleep));
        return sleep;
    }

    /**
     * Starts {@code body} on the loop's next turn, and completes with what its future completes with.
     *
     * @param name what timelines and messages call the task
     */
    public <T> Task<T> createTask(String name, Supplier<? extends CompletionStage<T>> body) {
        var task = new Task<T>(name, tasksCreated.incrementAndGet(), body);
        onLoop(() -> ready.add(new Step(this, task, task::start)));
        return task;
    }

    /** As {@link #createTask(String, Supplier)}, named task-1, task-2 and so on. */
    public <T> Task<T> createTask(Supplier<? extends CompletionStage<T>> body) {
        return createTask("task-" + (tasksCreated.get() + 1), body);
    }

    /**
     * Completes with the results of all, in the order given; or, as soon as one fails, with that failure, while the
     * others go on. What {@code asyncio.gather} does.
     */
    public <T> CompletableFuture<List<T>> gather(List<? extends CompletionStage<? extends T>> stages) {
        var results = new CompletableFuture<List<T>>();
        var futures = new ArrayList<CompletableFuture<? extends T>>(stages.size());
        for (var stage : stages) {
            futures.add(stage.toCompletableFuture());
        }
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).thenAccept(all -> results
                .complete(futures.stream().<T>map(CompletableFuture::join).toList()));
        for (var future : futures) {
            future.whenComplete((value, failure) -> {
                if (failure != null) {
                    results.completeExceptionally(Failures.causeOf(failure));
                }
            });
        }
        return results;
    }

    /** As {@link #gather(List)}, for stages named one by one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> CompletableFuture<List<T>> gather(CompletionStage<? extends T>... stages) {
        return gather(Arrays.asList(stages));
    }

    /** Cancels what still sleeps, soonest first. A closed loop takes no callbacks. Closing twice does nothing. */
    @Override
    public void close() {
        while (!timers.isEmpty()) {
            timers.first().cancel(false);
        }
        arrivals.close();
        closed = true;
    }

    /** One turn: take in what came from other threads, run what is ready, complete the sleeps that are over. */
    private void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            waitForWork();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the event loop was interrupted");
        }
        var turn = new LoopEvents.Turn();
        turn.begin();
        arrivals.moveTo(ready);
        if (!timers.isEmpty()) {
            timers.moveDue(System.nanoTime(), ready);
        }
        int callbacks = ready.size(); // those added meanwhile are for the next turn
        for (int i = 0; i < callbacks; i++) {
            call(ready.remove());
        }
        turn.callbacks = callbacks;
        turn.commit();
    }

    /** Sleeps until the first timer is due or another thread calls {@link #execute}. */
    private void waitForWork() {
        if (!arrivals.fallAsleep()) {
            return;
        }
        try {
            if (timers.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, timers.first().deadline - System.nanoTime());
            }
        } finally {
            arrivals.wakeUp();
        }
    }

    /** Runs one callback; what it throws is reported and never ends the loop. */
    private void call(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable thrown) {
            System.err.println("event loop: a callback threw " + thrown);
            thrown.printStackTrace();
        }
    }

    /** On whose behalf the calling thread asks for something: other threads ask on nobody's. */
    Task<?> asker() {
        return Thread.currentThread() == thread ? current : Task.NONE;
    }

    /** Does {@code change} to the loop's queues: at once on its own thread, on its next turn from another. */
    void onLoop(Runnable change) {
        if (Thread.currentThread() == thread) {
            change.run();
        } else {
            execute(change);
        }
    }

    private void enter() {
        if (closed) {
            throw new IllegalStateException("this event loop is closed: make a new one");
        }
        if (RUNS_A_LOOP.get()) {
            throw new IllegalStateException("this thread runs an event loop already: "
                    + "return a future to that loop (thenCompose) instead of running a second one inside it");
        }
        RUNS_A_LOOP.set(true);
        thread = Thread.currentThread();
    }

    /** Makes the loop look again whether it is done: its result may have been completed by another thread. */
    private void wake() {
        if (Thread.currentThread() != thread) {
            execute(() -> {});
        }
    }
}
