package interleave.eventloop.scheduling;

import interleave.eventloop.network.Selection;
import interleave.eventloop.observation.LoopListener;
import interleave.eventloop.observation.Observers;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.Reports;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The inner part of the event loop: runs callbacks on one thread, turn by turn, and sleeps when none is ready. Any
 * thread may call {@link #execute}, {@link #onLoop}, {@link #requested}, {@link #owner} and {@link #isLoopThread};
 * everything else is for the loop's thread.
 */
public final class Scheduler implements Executor {

    private static final ThreadLocal<Boolean> RUNS_A_LOOP = ThreadLocal.withInitial(() -> false);
    private static final int MAX_DEPTH = 100;
    /** A busy loop without timers does not read the clock in each turn, which would take as long as two callbacks. */
    private static final int TURNS_BETWEEN_CLOCK_READINGS = 64;

    private final Object parkBlocker;
    private final Queue<Runnable> ready = new ArrayDeque<>();
    /**
     * Created once instead of in each turn. Together with the check in addReady, it saves a quarter of a callback's
     * time.
     */
    private final Consumer<Runnable> toReady = this::addReady;

    private final Arrivals arrivals = new Arrivals();
    private final TimerQueue timers = new TimerQueue();
    private final Selection selection = new Selection();
    private final Observers observers = new Observers(this::later);
    /** Written by the loop's thread, and only when it changes, because other threads read it. */
    private volatile LoopListener listener = observers.listener();

    /** The thread that runs the loop. Before the first run it is the thread that created the loop. */
    private volatile Thread thread = Thread.currentThread();

    /** The task whose callback is running. */
    private Owner current = Owner.NONE;

    /** When this turn started, or one of the 63 turns before it, by {@link System#nanoTime}. */
    private long turnStart = System.nanoTime();
    /** The same in {@link Ticks}. */
    private int turnStartTick = Ticks.of(turnStart);

    private int turn = 1;
    private int depth;
    private boolean closed;

    /**
     * Creates a scheduler.
     *
     * @param parkBlocker the object that thread dumps show as the blocker of a sleeping loop
     */
    public Scheduler(Object parkBlocker) {
        this.parkBlocker = parkBlocker;
    }

    // ---- the turn

    /**
     * One turn: collects callbacks from other threads, due timers and ready channels, then runs all ready callbacks.
     */
    public void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            waitForWork();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the event loop was interrupted");
        }
        updateListener();
        listener.turnStarted();
        turn++;
        if (!timers.isEmpty() || turn % TURNS_BETWEEN_CLOCK_READINGS == 0) {
            readClock();
        }
        collectReady();
        int callbacks = callThoseReady();
        selection.flush();
        listener.turnEnded(callbacks);
    }

    /** Sleeps until the first timer is due, a channel is ready, or another thread calls {@link #execute}. */
    private void waitForWork() {
        if (!arrivals.fallAsleep()) {
            return;
        }
        try {
            if (selection.isInUse()) {
                if (timers.isEmpty()) {
                    selection.select();
                    readClock();
                } else {
                    selection.selectFor(timers.firstDeadline() - System.nanoTime());
                }
            } else if (timers.isEmpty()) {
                LockSupport.park(parkBlocker);
                readClock();
            } else {
                LockSupport.parkNanos(parkBlocker, timers.firstDeadline() - System.nanoTime());
            }
        } finally {
            arrivals.wakeUp();
        }
    }

    private void readClock() {
        turnStart = System.nanoTime();
        turnStartTick = Ticks.of(turnStart);
    }

    private void collectReady() {
        arrivals.moveTo(toReady);
        if (!timers.isEmpty()) {
            timers.moveDue(turnStart, toReady);
        }
        if (selection.isInUse()) {
            selection.moveReady(toReady);
        }
    }

    private void addReady(Runnable callback) {
        if (listener != LoopListener.NONE) {
            listener.callbackReady(callback, current);
        }
        ready.add(callback);
    }

    /**
     * New callbacks run in the next turn: otherwise two callbacks that keep adding each other would starve timers and
     * network. Returns how many ran.
     */
    private int callThoseReady() {
        int callbacks = ready.size();
        for (int i = 0; i < callbacks; i++) {
            call(ready.remove());
        }
        return callbacks;
    }

    /** Runs one callback. If it throws an exception, reports it, and the loop continues. */
    private void call(Runnable callback) {
        listener.callbackStarted(callback);
        try {
            callback.run();
        } catch (Throwable thrown) {
            Reports.print("a callback of " + current + " threw " + thrown, "at " + Reports.place(thrown));
        }
        listener.callbackEnded(callback, current);
        switchTo(Owner.NONE);
    }

    // ---- requests

    /** Runs {@code callback} in the next turn, on behalf of the running task. Any thread may call this. */
    @Override
    public void execute(Runnable callback) {
        if (!isLoopThread()) {
            listener.requested(callback, Owner.NONE);
            if (arrivals.add(callback)) {
                selection.wakeUp();
                LockSupport.unpark(thread);
            }
        } else if (closed) {
            throw new RejectedExecutionException("this event loop is closed");
        } else {
            Runnable step = current == Owner.NONE ? callback : new Step(this, current, callback);
            listener.requested(step, current);
            addReady(step);
        }
    }

    /** Runs {@code change} at once on the loop's thread, or in the next turn if another thread calls this. */
    public void onLoop(Runnable change) {
        if (isLoopThread()) {
            change.run();
        } else {
            execute(change);
        }
    }

    /** Runs {@code step} in the next turn. The step itself switches to its task. */
    public void runNextTurn(Runnable step) {
        addReady(step);
    }

    /**
     * Runs {@code next} at once, or in the next turn if a hundred calls are nested. Otherwise a long chain of dependent
     * futures would overflow the stack.
     */
    public void runNested(Runnable next) {
        if (depth == MAX_DEPTH) {
            addReady(new Step(this, current, () -> runNested(next)));
            return;
        }
        depth++;
        try {
            next.run();
        } finally {
            depth--;
        }
    }

    /**
     * Runs {@code action} on the loop after {@code delay}, unless the loop is closed before. Any thread may call this.
     */
    private void later(Duration delay, Runnable action) {
        long deadline = TimerQueue.deadlineAfter(delay);
        try {
            onLoop(() -> timers.add(deadline, new Delayed(timers, action)));
        } catch (RejectedExecutionException alreadyClosed) {
            // as if it were closed before the deadline
        }
    }

    // ---- on whose behalf

    /** Sets the task on whose behalf the loop works. Returns the previous one. */
    public Owner switchTo(Owner owner) {
        Owner before = current;
        if (before != owner) {
            if (before != Owner.NONE) { // so that the JIT compiler sees one class only, and inlines the call
                before.ranAt(turnStartTick);
            }
            current = owner;
            listener.ownerChanged(before, owner);
        }
        return before;
    }

    /** The task running on the calling thread, or {@link Owner#NONE} outside the loop. */
    public Owner owner() {
        return isLoopThread() ? current : Owner.NONE;
    }

    /** Notifies the listener that the running task has requested {@code what}. */
    public void requested(Object what) {
        listener.requested(what, owner());
    }

    /** The number of this turn. */
    public int turn() {
        return turn;
    }

    /** When this turn started, or for a busy loop without timers one of the 63 turns before it. */
    public long turnStart() {
        return turnStart;
    }

    // ---- the parts

    public TimerQueue timers() {
        return timers;
    }

    public Selection selection() {
        return selection;
    }

    public LoopListener listener() {
        return listener;
    }

    /** Whether the debug mode is on. Any thread may call this. */
    public boolean isDebug() {
        return observers.isDebug();
    }

    /** Turns the debug mode on or off. */
    public void setDebug(boolean on) {
        observers.setDebug(on);
        updateListener();
    }

    private void updateListener() {
        LoopListener now = observers.listener();
        if (now != listener) {
            listener = now;
        }
    }

    // ---- the thread

    /** The thread that runs the loop, or did so last. Any thread may call this. */
    public Thread thread() {
        return thread;
    }

    /** The task whose callback runs, as another thread sees it, which may be out of date at once. */
    public Owner seenRunning() {
        return current;
    }

    /** Whether a thread with this stack runs the loop. */
    public static boolean runs(StackTraceElement... stack) {
        return hasFrame("runOneTurn", stack) || hasFrame("finish", stack);
    }

    /** Whether a thread with this stack runs the loop, which sleeps. */
    public static boolean sleeps(StackTraceElement... stack) {
        return hasFrame("waitForWork", stack);
    }

    private static boolean hasFrame(String method, StackTraceElement... stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getMethodName().equals(method)
                        && frame.getClassName().equals(Scheduler.class.getName()));
    }

    /** Whether the calling thread is the loop's. */
    public boolean isLoopThread() {
        return Thread.currentThread() == thread;
    }

    /**
     * Checks that the calling thread is the loop's.
     *
     * @throws IllegalStateException on another thread
     */
    public void checkLoopThread() {
        if (!isLoopThread()) {
            throw new IllegalStateException("only the loop's thread may call this, but it was called on thread \""
                    + Thread.currentThread().getName() + "\": use loop.execute or loop.createTask");
        }
    }

    /** Makes the calling thread the loop's thread, until it calls {@link #leave}. */
    public void enter() {
        if (closed) {
            throw new IllegalStateException("this event loop is closed: create a new one");
        }
        if (RUNS_A_LOOP.get()) {
            throw new IllegalStateException("this thread runs an event loop already: "
                    + "return a future to that loop (thenCompose) instead of running or closing one inside it");
        }
        RUNS_A_LOOP.set(true);
        thread = Thread.currentThread();
        updateListener();
    }

    public void leave() {
        RUNS_A_LOOP.remove();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Runs the last callbacks: those of threads and channels that were just closed. */
    public void finish() {
        collectReady();
        callThoseReady();
    }

    /** After this, the loop rejects callbacks. */
    public void close() {
        arrivals.close();
        closed = true;
        listener.loopClosed();
    }

    /** The start of this turn, or on another thread the time, which needs no order with the turns of the loop. */
    public long now() {
        return isLoopThread() ? turnStart : System.nanoTime();
    }
}
