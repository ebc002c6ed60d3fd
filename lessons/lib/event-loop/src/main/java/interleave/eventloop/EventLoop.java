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
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An event loop: one thread that runs callbacks one after the other, and sleeps when there is nothing to run.
 *
 * <p>Callbacks wait in a ready queue, sleepers in a timer queue, connections in a selector. Any thread may request
 * something from the loop; it then happens on the thread that runs the loop. Only that thread, or the one that created
 * the loop while it does not run yet, may run or close it. What asyncio calls an event loop, in Java.
 *
 * <p>Futures of the loop complete on its thread. Cancelling one cancels the work: see {@link Task}.
 */
public final class EventLoop implements Executor, AutoCloseable {

    final Scheduler scheduler = new Scheduler(this);
    private final OffLoop offLoop = new OffLoop(scheduler);
    private final Task<?> unfinished = Task.emptyRing(scheduler);
    private final AtomicInteger tasksCreated = new AtomicInteger();

    /** Creates a loop that the calling thread may run and close. */
    public EventLoop() {}

    /**
     * Runs {@code main} on a new loop until the future it returns completes, closes the loop, and returns the value.
     * What {@code asyncio.run} does.
     *
     * @throws Exception the failure of {@code main} itself, without a wrapper; {@link InterruptedException} when this
     *     thread is interrupted; {@link IllegalStateException} inside a running loop
     */
    public static <T> T run(Function<EventLoop, ? extends CompletionStage<T>> main) throws Exception {
        try (var loop = new EventLoop()) {
            return loop.runUntilComplete(loop.createTask("main", () -> main.apply(loop)));
        }
    }

    /**
     * Runs callbacks and timers on the calling thread until {@code result} completes, and returns its value. The loop
     * may be run again afterwards: unfinished work then continues.
     *
     * @throws Exception as {@link #run}
     */
    public <T> T runUntilComplete(CompletionStage<T> result) throws Exception {
        CompletableFuture<T> future = result.toCompletableFuture();
        scheduler.enter();
        try {
            Alarm.set(scheduler, future); // or the loop would sleep on when another thread completes it
            while (!future.isDone()) {
                scheduler.runOneTurn();
            }
        } finally {
            scheduler.leave();
        }
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw Failures.asException(failed.getCause());
        } catch (CancellationException cancelled) {
            // the JDK wraps the original, which has the suppressed exceptions
            throw cancelled.getCause() instanceof CancellationException original ? original : cancelled;
        }
    }

    /** Runs {@code callback} on the loop, after those that are ready already. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        scheduler.execute(callback);
    }

    /** A future that completes after {@code duration}; it blocks no thread. Cancelling it removes its timer. */
    public CompletableFuture<Void> sleep(Duration duration) {
        return Sleep.of(scheduler, duration);
    }

    /**
     * Starts {@code body} in the loop's next turn, and completes as the future that it returns.
     *
     * @param name the task's name in timelines and messages
     */
    public <T> Task<T> createTask(String name, Supplier<? extends CompletionStage<T>> body) {
        var task = new Task<T>(scheduler, tasksCreated.incrementAndGet(), name, body);
        Runnable start = task::start;
        scheduler.requested(start);
        scheduler.onLoop(() -> {
            task.joinRing(unfinished);
            scheduler.goOnWith(start);
        });
        return task;
    }

    /** As {@link #createTask(String, Supplier)}, named task-1, task-2 and so on. */
    public <T> Task<T> createTask(Supplier<? extends CompletionStage<T>> body) {
        return createTask("", body);
    }

    /**
     * Completes with the results of all, in the order given. When one fails, it fails at once with the same failure,
     * and the others go on. Cancelling it cancels them all. What {@code asyncio.gather} does.
     */
    public <T> CompletableFuture<List<T>> gather(List<? extends CompletionStage<? extends T>> stages) {
        return Gather.of(scheduler, stages);
    }

    /** As {@link #gather(List)}, for stages given one by one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> CompletableFuture<List<T>> gather(CompletionStage<? extends T>... stages) {
        return gather(Arrays.asList(stages));
    }

    /**
     * Completes when all are done, and never fails: each future's {@link Future#state()} says how it ended. What
     * {@code asyncio.gather(…, return_exceptions=True)} does.
     */
    public <T> CompletableFuture<List<Future<T>>> gatherSettled(List<? extends CompletionStage<T>> stages) {
        return GatherSettled.of(scheduler, stages);
    }

    /**
     * Cancels {@code stage} when it is not done within {@code limit}. The stage may then clean up; when it has ended,
     * the result fails with a {@link java.util.concurrent.TimeoutException}, or has the stage's value if it ends with
     * one after all. A stage that ends at the same moment as its limit, and was started first, is in time. What
     * {@code asyncio.wait_for} does.
     */
    public <T> CompletableFuture<T> timeout(Duration limit, CompletionStage<T> stage) {
        return Timeout.of(scheduler, limit, stage);
    }

    /** Completes as {@code stage}, but cancelling it does not cancel the stage. What {@code asyncio.shield} does. */
    public <T> CompletableFuture<T> shield(CompletionStage<T> stage) {
        return Follower.of(scheduler, stage);
    }

    /**
     * Brings a future from outside onto the loop: whichever thread completes it, dependents run on the loop's thread.
     * Cancelling the result cancels {@code stage}, though the work behind a plain future goes on. What
     * {@code asyncio.wrap_future} does.
     */
    public <T> CompletableFuture<T> adopt(CompletionStage<T> stage) {
        return Adopted.of(scheduler, stage);
    }

    /** A completed future of this loop: the start of a chain that has nothing to wait for yet. */
    public <T> CompletableFuture<T> completed(T value) {
        var done = new AwaitedFuture<T>(scheduler);
        done.complete(value);
        return done;
    }

    /**
     * Runs blocking work on a virtual thread, and completes on the loop with its result. Cancelling it interrupts the
     * thread, and does not wait until it has ended. What {@code asyncio.to_thread} does, which cannot interrupt.
     */
    public <T> CompletableFuture<T> toThread(Callable<T> work) {
        return offLoop.call(work);
    }

    /** Connects to a TCP server. */
    public CompletableFuture<Connection> connect(InetSocketAddress address) {
        var connecting = new Connecting(scheduler, address);
        scheduler.onLoop(connecting::start);
        return connecting;
    }

    /**
     * Listens on {@code address} (port 0: any free one), and runs {@code handler} as a task for each client. The
     * connection is closed when the handler's future is done. What {@code asyncio.start_server} does.
     *
     * @throws UncheckedIOException when the address is in use, or is not one of this machine
     */
    public Server listen(InetSocketAddress address, Function<Connection, ? extends CompletionStage<?>> handler) {
        scheduler.checkHere();
        try {
            return new Server(this, address, handler);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + refused.getMessage(), refused);
        }
    }

    /**
     * Turns the debug mode on or off. It reports, on the error stream, callbacks that block the loop for more than 100
     * ms, failures that were never retrieved, and tasks that never started. It is off unless the system property
     * {@code eventloop.debug} is true. What {@code loop.set_debug} does.
     */
    public void setDebug(boolean on) {
        scheduler.setDebug(on);
    }

    /**
     * Stops listening, cancels unfinished tasks, oldest first, and runs until they have ended; then cancels sleeps,
     * closes connections, and interrupts blocking work. A closed loop rejects callbacks. Closing twice does nothing.
     *
     * @throws IllegalStateException from inside the running loop
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
            Thread.currentThread().interrupt(); // a second interrupt: do not wait for the clean-up of tasks
        }
    }

    /** Calls {@code body}, and returns its future as one of this loop, also when the call itself throws. */
    <T> CompletableFuture<T> begin(Supplier<? extends CompletionStage<T>> body) {
        return completed(null).thenCompose(begun -> adopt(body.get()));
    }

    @Override
    public String toString() {
        return "an event loop with " + (unfinished.isAlone() ? "no tasks" : "unfinished " + unfinished.others());
    }
}
