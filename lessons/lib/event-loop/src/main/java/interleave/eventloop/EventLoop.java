package interleave.eventloop;

import interleave.eventloop.futures.Adopted;
import interleave.eventloop.futures.Alarm;
import interleave.eventloop.futures.AwaitedFuture;
import interleave.eventloop.futures.Failures;
import interleave.eventloop.futures.Follower;
import interleave.eventloop.futures.Gather;
import interleave.eventloop.futures.GatherSettled;
import interleave.eventloop.futures.OffLoop;
import interleave.eventloop.futures.Sleep;
import interleave.eventloop.futures.Timeout;
import interleave.eventloop.inspection.OpenLoops;
import interleave.eventloop.scheduling.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An event loop: one thread that runs callbacks one after the other, and sleeps when there is nothing to run.
 *
 * <p>Callbacks wait in a ready queue, sleeps in a timer queue, connections in a selector. Any thread may call the loop;
 * the work is done on the thread that runs it. Only that thread, or before the first run the thread that created the
 * loop, may run or close it. Corresponds to the event loop of asyncio.
 *
 * <p>Futures of the loop complete on its thread. Cancelling one cancels the work: see {@link Task}.
 */
public final class EventLoop implements Executor, AutoCloseable {

    final Scheduler scheduler = new Scheduler(this);
    private final OffLoop offLoop = new OffLoop(scheduler);
    private final Task<?> unfinished = Task.emptyRing(scheduler);
    private final AtomicInteger tasksCreated = new AtomicInteger();
    private final AtomicInteger synchronizersCreated = new AtomicInteger();
    private final LoopReader reader = new LoopReader(scheduler, unfinished);

    /** Creates a loop that the calling thread may run and close. */
    public EventLoop() {
        OpenLoops.add(reader);
    }

    /**
     * Runs {@code main} on a new loop until the future it returns completes, closes the loop, and returns the value.
     * Corresponds to {@code asyncio.run}.
     *
     * @throws Exception the exception of {@code main}, not wrapped; {@link InterruptedException} if this thread is
     *     interrupted; {@link IllegalStateException} if this thread is already running a loop
     */
    public static <T> T run(Function<EventLoop, ? extends CompletionStage<T>> main) throws Exception {
        try (var loop = new EventLoop()) {
            return loop.runUntilComplete(loop.createTask("main", () -> main.apply(loop)));
        }
    }

    /**
     * Runs callbacks and timers on the calling thread until {@code result} completes, and returns its value. The loop
     * can be run again afterwards, and then continues unfinished work.
     *
     * @throws Exception as {@link #run}
     */
    public <T> T runUntilComplete(CompletionStage<T> result) throws Exception {
        CompletableFuture<T> future = result.toCompletableFuture();
        scheduler.enter();
        try {
            Alarm alarm = Alarm.set(scheduler, future); // wakes the loop when another thread completes the future
            try {
                while (!future.isDone()) {
                    scheduler.runOneTurn();
                }
            } finally {
                alarm.cancel(false);
            }
        } finally {
            scheduler.leave();
        }
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw Failures.asException(failed.getCause());
        } catch (CancellationException cancelled) {
            // the JDK wraps the original exception, which has the suppressed ones
            throw cancelled.getCause() instanceof CancellationException original ? original : cancelled;
        }
    }

    /** Runs {@code callback} on the loop, after the callbacks that are already ready. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        scheduler.execute(callback);
    }

    /** Completes after {@code duration}, without blocking a thread. Cancelling it removes its timer. */
    public CompletableFuture<Void> sleep(Duration duration) {
        return Sleep.of(scheduler, duration);
    }

    /**
     * Creates a task that starts {@code body} in the loop's next turn, and completes like the future that it returns.
     *
     * @param name the task's name in timelines and messages
     */
    public <T> Task<T> createTask(String name, Supplier<? extends CompletionStage<T>> body) {
        var task = new Task<T>(scheduler, tasksCreated.incrementAndGet(), name, body);
        Runnable start = task::start;
        scheduler.requested(start);
        scheduler.onLoop(() -> {
            task.joinRing(unfinished);
            scheduler.runNextTurn(start);
        });
        return task;
    }

    /** As {@link #createTask(String, Supplier)}, named task-1, task-2 and so on. */
    public <T> Task<T> createTask(Supplier<? extends CompletionStage<T>> body) {
        return createTask("", body);
    }

    /**
     * Completes with all results, in the order of {@code stages}. If one stage fails, it fails at once with the same
     * exception, and the others continue. Cancelling it cancels all of them, and it ends cancelled even if they return
     * values. Corresponds to {@code asyncio.gather}.
     */
    public <T> CompletableFuture<List<T>> gather(List<? extends CompletionStage<? extends T>> stages) {
        return Gather.of(scheduler, stages);
    }

    /** As {@link #gather(List)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> CompletableFuture<List<T>> gather(CompletionStage<? extends T>... stages) {
        return gather(Arrays.asList(stages));
    }

    /**
     * Completes when all stages are done, and never fails. The {@link Future#state()} of each future shows how it
     * ended. Corresponds to {@code asyncio.gather(…, return_exceptions=True)}.
     */
    public <T> CompletableFuture<List<Future<T>>> gatherSettled(List<? extends CompletionStage<T>> stages) {
        return GatherSettled.of(scheduler, stages);
    }

    /**
     * Cancels {@code stage} if it is not done within {@code limit}. The stage can then clean up. When it has ended, the
     * result fails with a {@link java.util.concurrent.TimeoutException}, or completes with the value of the stage if it
     * has one. A stage that ends exactly at the limit, and was started before the timeout, is in time. A stage that is
     * already being cancelled may clean up for as long as it needs. Corresponds to {@code asyncio.wait_for}.
     *
     * <p>The parts of {@link CompletableFuture#allOf} and {@link CompletableFuture#anyOf} continue after the limit,
     * because the JDK does not reveal them: use {@link #gather(List)} instead.
     */
    public <T> CompletableFuture<T> timeout(Duration limit, CompletionStage<T> stage) {
        return Timeout.of(scheduler, limit, stage);
    }

    /** Completes like {@code stage}, but cancelling it does not cancel the stage, like {@code asyncio.shield}. */
    public <T> CompletableFuture<T> shield(CompletionStage<T> stage) {
        return Follower.of(scheduler, stage);
    }

    /**
     * Converts a future from outside into a future of the loop, whose dependents run on the loop's thread. Cancelling
     * the result cancels {@code stage}; the work of a plain future continues nevertheless. Corresponds to
     * {@code asyncio.wrap_future}.
     */
    public <T> CompletableFuture<T> adopt(CompletionStage<T> stage) {
        return Adopted.of(scheduler, stage);
    }

    /** A future of this loop that is already complete, for example as the start of a chain. */
    public <T> CompletableFuture<T> completed(T value) {
        var done = new AwaitedFuture<T>(scheduler);
        done.complete(value);
        return done;
    }

    /**
     * Runs blocking work on a virtual thread, and completes on the loop with its result. Cancelling it interrupts the
     * thread, but does not wait for its end. Corresponds to {@code asyncio.to_thread}, which cannot interrupt.
     */
    public <T> CompletableFuture<T> toThread(Callable<T> work) {
        return offLoop.call(work);
    }

    /**
     * Runs blocking or computing work on a thread of {@code pool}, and completes on the loop with its result. If the
     * pool and its queue are full, or it is shut down, the future fails with a
     * {@link java.util.concurrent.RejectedExecutionException}. Cancelling it interrupts the thread, or removes the work
     * from the queue of a {@link java.util.concurrent.ThreadPoolExecutor}. Closing the loop cancels unfinished work,
     * but does not close the pool. Corresponds to {@code loop.run_in_executor}.
     */
    public <T> CompletableFuture<T> toThread(ExecutorService pool, Callable<T> work) {
        return offLoop.call(pool, work);
    }

    /**
     * Connects to a TCP server. The name of an unresolved address is looked up on another thread.
     *
     * @return a future that fails with an {@link IOException}, which names the address
     */
    public CompletableFuture<Connection> connect(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return toThread(() -> Addresses.resolve(address)).thenCompose(this::connect);
        }
        var connecting = new Connecting(scheduler, address);
        scheduler.onLoop(connecting::start);
        return connecting;
    }

    /**
     * Listens on {@code address} (port 0: any free port), and runs {@code handler} as a task for each client. The
     * connection is closed when the handler's future is done. Corresponds to {@code asyncio.start_server}.
     *
     * @throws UncheckedIOException if the address is in use, does not belong to this machine, or cannot be resolved;
     *     the message names it
     */
    public Server listen(InetSocketAddress address, Function<Connection, ? extends CompletionStage<?>> handler) {
        scheduler.checkLoopThread();
        try {
            return new Server(this, Addresses.resolve(address), handler);
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "cannot listen on " + Addresses.shown(address) + ": " + Addresses.reason(refused), refused);
        }
    }

    /**
     * Turns the debug mode on or off. On stderr, it reports callbacks that block the loop for more than 100 ms,
     * exceptions that were never retrieved, and tasks that never started. It is off unless the system property
     * {@code eventloop.debug} is true. Corresponds to {@code loop.set_debug}.
     */
    public void setDebug(boolean on) {
        scheduler.setDebug(on);
    }

    /**
     * Stops listening, cancels unfinished tasks, oldest first, and runs until they have ended. Then it cancels sleeps,
     * closes connections, and interrupts blocking work. A closed loop rejects callbacks. Closing it again has no
     * effect.
     *
     * @throws IllegalStateException if it is called inside the running loop
     */
    @Override
    public void close() {
        if (scheduler.isClosed()) {
            return;
        }
        scheduler.enter();
        try {
            scheduler.selection().stopListening();
            endTasks();
            scheduler.timers().cancelAll();
            scheduler.selection().close();
            offLoop.close();
            scheduler.finish();
        } finally {
            scheduler.leave();
            scheduler.close();
            OpenLoops.remove(reader);
        }
    }

    private void endTasks() {
        for (Task<?> task : unfinished.others()) {
            if (!task.isStarted()) {
                scheduler.listener().taskNeverStarted(task);
            }
            task.cancel(false);
        }
        try {
            while (!unfinished.isAlone()) {
                scheduler.runOneTurn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // after a second interrupt, do not wait for the clean-up of tasks
        }
    }

    /** A number for a lock, a semaphore or a queue of this loop. */
    int nextSynchronizer() {
        return synchronizersCreated.incrementAndGet();
    }

    /** Calls {@code body}, and returns its future as a future of this loop, which fails if the call throws. */
    <T> CompletableFuture<T> begin(Supplier<? extends CompletionStage<T>> body) {
        return completed(null).thenCompose(begun -> adopt(body.get()));
    }

    @Override
    public String toString() {
        return "an event loop with "
                + (unfinished.isAlone() ? "no tasks" : "unfinished " + Unfinished.described(unfinished.others()));
    }
}
