package interleave.eventloop;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * An event loop: one thread that runs callbacks one after the other, and sleeps when there is nothing to run.
 *
 * <p>Callbacks wait their turn in a ready queue; sleepers wait for their moment in a timer queue; connections wait for
 * their bytes in a selector. Any thread may ask for something; what it asks for happens on the thread that runs the
 * loop. Only that thread, or the one that made the loop while it does not run yet, may run or close it. What asyncio
 * calls an event loop, in Java.
 *
 * <p>Futures of the loop complete on its thread. Cancelling one cancels the work: see {@link Task}.
 */
public final class EventLoop implements Executor, AutoCloseable {

    private static final ThreadLocal<Boolean> RUNS_A_LOOP = ThreadLocal.withInitial(() -> false);

    private static final int DEEPEST = 100;

    private final Queue<Runnable> ready = new ArrayDeque<>();
    final TimerQueue timers = new TimerQueue();
    private final Network network = new Network(this);
    private final Arrivals arrivals = new Arrivals();
    private final OffLoop offLoop = new OffLoop(this);
    final Debug debug = new Debug();

    /** The thread that runs the loop; while none does, the one that made it. */
    private volatile Thread thread = Thread.currentThread();

    /** In whose name the loop runs a callback now. */
    private Task<?> current = Task.NONE;

    private LoopEvents.Span callbackEvent = LoopEvents.Span.NOT_RECORDED;
    private final Task<?> unfinished = Task.noTasks();
    private final AtomicInteger tasksCreated = new AtomicInteger();
    /** Who is told twice in one turn to stop is told once: the second must not disturb how it cleans up. */
    private final Set<Task<?>> cancelledInThisTurn = new HashSet<>();

    private int depth;
    private boolean closed;

    /**
     * Runs {@code main} on a new loop until the future it returns completes, closes the loop, and returns the value.
     * What {@code asyncio.run} does.
     *
     * @throws Exception what {@code main} failed with, itself and not wrapped; {@link InterruptedException} when this
     *     thread is interrupted; {@link IllegalStateException} inside a running loop
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
            await(future, new AwaitedFuture<>(this)); // or the loop would sleep when another thread completes it
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
        } catch (CancellationException cancelled) {
            // the JDK wraps the one that knows what was suppressed
            throw cancelled.getCause() instanceof CancellationException original ? original : cancelled;
        }
    }

    /** Runs {@code callback} on the loop, after those that are ready already. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        debug.asked(callback);
        if (!isHere()) {
            if (arrivals.add(callback)) {
                network.wakeUp();
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
            var nextTurn = new NextTurn(this);
            debug.asked(nextTurn);
            onLoop(() -> ready.add(nextTurn));
            return nextTurn;
        }
        var sleep = new Sleep(this, asker(), deadlineAfter(duration));
        debug.asked(sleep);
        onLoop(() -> timers.add(sleep));
        return sleep;
    }

    /**
     * Starts {@code body} on the loop's next turn, and completes with what its future completes with.
     *
     * @param name what timelines and messages call the task
     */
    public <T> Task<T> createTask(String name, Supplier<? extends CompletionStage<T>> body) {
        var task = new Task<T>(this, tasksCreated.incrementAndGet(), name, body);
        Runnable start = task::start;
        debug.asked(task);
        debug.asked(start);
        onLoop(() -> {
            task.joinQueue(unfinished);
            ready.add(start);
        });
        return task;
    }

    /** As {@link #createTask(String, Supplier)}, named task-1, task-2 and so on. */
    public <T> Task<T> createTask(Supplier<? extends CompletionStage<T>> body) {
        return createTask("", body);
    }

    /**
     * Completes with the results of all, in the order given; or, as soon as one fails, with that failure, while the
     * others go on. Cancelling it cancels them all. What {@code asyncio.gather} does.
     */
    public <T> CompletableFuture<List<T>> gather(List<? extends CompletionStage<? extends T>> stages) {
        var gather = new Gather<T>(
                this,
                stages.stream()
                        .<CompletableFuture<? extends T>>map(CompletionStage::toCompletableFuture)
                        .toList());
        onLoop(gather::start);
        return gather;
    }

    /** As {@link #gather(List)}, for stages named one by one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> CompletableFuture<List<T>> gather(CompletionStage<? extends T>... stages) {
        return gather(Arrays.asList(stages));
    }

    /**
     * Completes when all are done, however they ended, and never fails: ask each for its {@link Future#state()}. What
     * {@code asyncio.gather(…, return_exceptions=True)} does.
     */
    public <T> CompletableFuture<List<Future<T>>> gatherSettled(List<? extends CompletionStage<T>> stages) {
        var gather = new GatherSettled<T>(
                this, stages.stream().map(CompletionStage::toCompletableFuture).toList());
        onLoop(gather::start);
        return gather;
    }

    /**
     * Cancels {@code stage} when it is not done within {@code limit}; it then has time to clean up, and when it has
     * ended the result fails with a {@link java.util.concurrent.TimeoutException}. Should it end with a value after
     * all, that is the result. A stage that ends in the same moment as its limit, and was begun first, is in time. What
     * {@code asyncio.wait_for} does.
     */
    public <T> CompletableFuture<T> timeout(Duration limit, CompletionStage<T> stage) {
        var timeout = new Timeout<T>(this, limit, stage.toCompletableFuture());
        onLoop(timeout::start);
        return timeout;
    }

    /** Completes as {@code stage} does, but cancelling it leaves the stage alone. What {@code asyncio.shield} does. */
    public <T> CompletableFuture<T> shield(CompletionStage<T> stage) {
        var follower = new Follower<>(this, stage.toCompletableFuture());
        onLoop(follower::start);
        return follower;
    }

    /**
     * Brings a future of somebody else onto the loop: whatever thread completes it, what follows runs on the loop's.
     * Cancelling the result cancels {@code stage}, though a plain future's work goes on. As
     * {@code asyncio.wrap_future}.
     */
    public <T> CompletableFuture<T> adopt(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future instanceof LoopFuture<T> own && own.loop == this) {
            return own;
        }
        var adopted = new Adopted<>(this, future);
        onLoop(adopted::start);
        return adopted;
    }

    /** A future of this loop that is done: where a chain begins that has nothing to wait for yet. */
    public <T> CompletableFuture<T> completed(T value) {
        var done = new AwaitedFuture<T>(this);
        done.complete(value);
        return done;
    }

    /**
     * Runs blocking work on a virtual thread, and brings its result back to the loop. Cancelling it interrupts that
     * thread, and does not wait until it has ended. As {@code asyncio.to_thread}, where a cancelled thread goes on.
     */
    public <T> CompletableFuture<T> toThread(Callable<T> work) {
        return offLoop.call(work);
    }

    /** Connects to a TCP server. */
    public CompletableFuture<Connection> connect(InetSocketAddress address) {
        return network.connect(address);
    }

    /**
     * Listens on {@code address} (port 0: any free one), and runs {@code handler} as a task for each client. The
     * connection is closed when the handler's future is done. What {@code asyncio.start_server} does.
     *
     * @throws java.io.UncheckedIOException when the address is taken, or not of this machine
     */
    public Server listen(InetSocketAddress address, Function<Connection, ? extends CompletionStage<?>> handler) {
        return network.listen(address, handler);
    }

    /**
     * Turns the debug mode on or off: it reports, on the error stream, callbacks that hold the loop for more than 100
     * ms, failures that nobody looked at, and tasks that never ran. It is off unless the system property
     * {@code eventloop.debug} is true. What {@code loop.set_debug} does.
     */
    public void setDebug(boolean on) {
        debug.turn(on);
    }

    /**
     * Stops listening, cancels what is unfinished, oldest task first, runs until all of it has ended, and lets go of
     * sleepers, connections and threads. A closed loop takes no callbacks. Closing twice does nothing.
     *
     * @throws IllegalStateException from inside the running loop
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        enter();
        try {
            network.stopListening();
            endTasks();
            timers.cancelAll();
            network.close();
            offLoop.close();
            takeIn();
            callThoseReady(); // what the last threads and connections had to say
        } finally {
            RUNS_A_LOOP.remove();
            arrivals.close();
            closed = true;
            debug.reportUnseen();
        }
    }

    private void endTasks() {
        for (Task<?> task : unfinished.youngerOnes()) { // a copy: cancelling changes the ring
            if (!task.isStarted()) {
                debug.neverStarted(task);
            }
            task.cancel(false);
        }
        try {
            while (!unfinished.isAlone()) {
                runOneTurn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // who interrupts twice does not want to wait for anybody
        }
    }

    /** One turn: take in what came from other threads, from timers and from the network, and run what is ready. */
    private void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            waitForWork();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the event loop was interrupted");
        }
        IntConsumer turn = LoopEvents.turn();
        takeIn();
        cancelledInThisTurn.clear();
        int callbacks = callThoseReady();
        network.flush();
        turn.accept(callbacks);
    }

    private void takeIn() {
        arrivals.moveTo(ready);
        if (!timers.isEmpty()) {
            timers.moveDue(System.nanoTime(), ready);
        }
        if (network.isInUse()) {
            network.moveReady(ready);
        }
    }

    /** Those added meanwhile are for the next turn. Returns how many were called. */
    private int callThoseReady() {
        int callbacks = ready.size();
        for (int i = 0; i < callbacks; i++) {
            call(ready.remove());
        }
        return callbacks;
    }

    /** Sleeps until the first timer is due, a connection has something, or another thread calls {@link #execute}. */
    private void waitForWork() {
        if (!arrivals.fallAsleep()) {
            return;
        }
        try {
            if (network.isInUse()) {
                network.select(timers);
            } else if (timers.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, timers.firstDeadline() - System.nanoTime());
            }
        } finally {
            arrivals.wakeUp();
        }
    }

    /** Runs one callback; what it throws is reported and never ends the loop. */
    private void call(Runnable callback) {
        boolean timed = debug.isOn();
        long begun = timed ? System.nanoTime() : 0;
        try {
            callback.run();
        } catch (Throwable thrown) {
            Reports.print("a callback of " + current + " threw " + thrown, "at " + Reports.place(thrown));
        }
        if (timed && debug.isOn()) { // the callback may have turned it off
            debug.took(Duration.ofNanos(System.nanoTime() - begun), callback, current);
        }
        switchTo(Task.NONE);
    }

    /** From here on the loop works in the name of {@code task}. Returns in whose name it did before. */
    Task<?> switchTo(Task<?> task) {
        Task<?> before = current;
        if (before != task) {
            callbackEvent.end(before);
            current = task;
            callbackEvent = LoopEvents.callback(task);
        }
        return before;
    }

    /**
     * Tells {@code awaiter} on this loop's thread when {@code future} is done, whichever thread completes it, and goes
     * on in the name of the task that waits.
     */
    void await(CompletableFuture<?> future, AwaitedFuture<?> awaiter) {
        boolean told =
                future instanceof AwaitedFuture<?> awaited && awaited.loop == this && awaited.takesAwaiter(awaiter);
        if (!told) {
            Task<?> asker = asker();
            future.whenComplete((value, failure) -> onLoop(() -> {
                Task<?> running = switchTo(asker);
                awaiter.heard(future, failure);
                switchTo(running);
            }));
        }
    }

    boolean isFirstCancellationInThisTurn(Task<?> task) {
        return cancelledInThisTurn.add(task);
    }

    /** In nanoseconds of {@link System#nanoTime}; a sleep without end is one of 146 years. */
    static long deadlineAfter(Duration duration) {
        return System.nanoTime() + Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 2);
    }

    /** In whose name the calling thread asks for something: other threads ask in nobody's. */
    Task<?> asker() {
        return isHere() ? current : Task.NONE;
    }

    boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /**
     * Does {@code next} at once, or on the next turn when it is the hundredth of steps within steps: a future that
     * tells one that tells one would need a stack as deep as there are futures.
     */
    void nest(Runnable next) {
        if (depth == DEEPEST) {
            ready.add(new Step(this, current, () -> nest(next)));
            return;
        }
        depth++;
        try {
            next.run();
        } finally {
            depth--;
        }
    }

    /** @throws IllegalStateException on another thread */
    void checkHere() {
        if (!isHere()) {
            throw new IllegalStateException("this belongs to the loop's thread, and "
                    + Thread.currentThread().getName()
                    + " is another: hand the work to the loop with execute or createTask");
        }
    }

    /** Calls {@code body}, and gives its future as one of this loop, also when the call itself fails. */
    <T> CompletableFuture<T> begin(Supplier<? extends CompletionStage<T>> body) {
        return completed(null).thenCompose(begun -> adopt(body.get()));
    }

    /** Runs {@code step}, which knows its own task, on the next turn. */
    void goOnWith(Runnable step) {
        ready.add(step);
    }

    /** Does {@code change} to the loop's queues: at once on its own thread, on its next turn from another. */
    void onLoop(Runnable change) {
        if (isHere()) {
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
                    + "return a future to that loop (thenCompose) instead of running or closing one inside it");
        }
        RUNS_A_LOOP.set(true);
        thread = Thread.currentThread();
    }

    @Override
    public String toString() {
        return "an event loop with " + (unfinished.isAlone() ? "no tasks" : "unfinished " + unfinished.youngerOnes());
    }
}
