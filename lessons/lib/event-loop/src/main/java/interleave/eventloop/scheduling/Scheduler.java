package interleave.eventloop.scheduling;

import interleave.eventloop.network.Selection;
import interleave.eventloop.observation.LoopListener;
import interleave.eventloop.observation.Observers;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.Reports;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * The loop inside the event loop: runs callbacks on one thread, turn by turn, and sleeps when none is ready.
 * {@link #execute}, {@link #onLoop}, {@link #requested}, {@link #owner} and {@link #isHere} are for any thread,
 * everything else is for the loop's.
 */
public final class Scheduler implements Executor {

    private static final ThreadLocal<Boolean> RUNS_A_LOOP = ThreadLocal.withInitial(() -> false);
    private static final int DEEPEST = 100;

    private final Object parkBlocker;
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Arrivals arrivals = new Arrivals();
    private final TimerQueue timers = new TimerQueue();
    private final Selection selection = new Selection();
    private final Observers observers = new Observers();
    private LoopListener listener = observers.listener();

    /** The thread that runs the loop. Before the first run it is the thread that created the loop. */
    private volatile Thread thread = Thread.currentThread();

    /** The task whose callback is running. */
    private Owner current = Owner.NONE;

    private int turn = 1;
    private int depth;
    private boolean closed;

    /**
     * Creates the inner part of a loop.
     *
     * @param parkBlocker the object that a sleeping loop waits for, as thread dumps show it
     */
    public Scheduler(Object parkBlocker) {
        this.parkBlocker = parkBlocker;
    }

    // ---- the turn

    /** One turn: take in callbacks from other threads, due timers and ready channels, then run what is ready. */
    public void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            waitForWork();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the event loop was interrupted");
        }
        listener = observers.listener();
        listener.turnStarted();
        turn++;
        takeIn();
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
                } else {
                    selection.selectFor(timers.firstDeadline() - System.nanoTime());
                }
            } else if (timers.isEmpty()) {
                LockSupport.park(parkBlocker);
            } else {
                LockSupport.parkNanos(parkBlocker, timers.firstDeadline() - System.nanoTime());
            }
        } finally {
            arrivals.wakeUp();
        }
    }

    private void takeIn() {
        arrivals.moveTo(ready);
        if (!timers.isEmpty()) {
            timers.moveDue(System.nanoTime(), ready);
        }
        if (selection.isInUse()) {
            selection.moveReady(ready);
        }
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

    /** Runs one callback. If it throws, that is reported, and the loop goes on. */
    private void call(Runnable callback) {
        listener.callbackStarted();
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
        if (!isHere()) {
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
            ready.add(step);
        }
    }

    /** Changes the loop's queues: at once when called on the loop's thread, otherwise in its next turn. */
    public void onLoop(Runnable change) {
        if (isHere()) {
            change.run();
        } else {
            execute(change);
        }
    }

    /** Runs {@code step}, which knows its own task, in the next turn. */
    public void goOnWith(Runnable step) {
        ready.add(step);
    }

    /**
     * Runs {@code next} at once, or in the next turn when a hundred steps are running inside one another: a long chain
     * of dependent futures would otherwise overflow the stack.
     */
    public void nest(Runnable next) {
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

    // ---- on whose behalf

    /** From now on the loop works on behalf of {@code owner}. Returns the owner before. */
    public Owner switchTo(Owner owner) {
        Owner before = current;
        if (before != owner) {
            current = owner;
            listener.ownerChanged(before, owner);
        }
        return before;
    }

    /** The task running on the calling thread, or {@link Owner#NONE} outside the loop. */
    public Owner owner() {
        return isHere() ? current : Owner.NONE;
    }

    /** Notifies the listener that the running task has requested {@code what}. */
    public void requested(Object what) {
        listener.requested(what, owner());
    }

    /** The number of this turn. */
    public int turn() {
        return turn;
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

    /** Turns the debug mode on or off. */
    public void setDebug(boolean on) {
        observers.setDebug(on);
        listener = observers.listener();
    }

    // ---- the thread

    /** Whether the calling thread is the loop's. */
    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /**
     * Checks that the calling thread is the loop's.
     *
     * @throws IllegalStateException on another thread
     */
    public void checkHere() {
        if (!isHere()) {
            throw new IllegalStateException("this belongs to the loop's thread, and "
                    + Thread.currentThread().getName()
                    + " is another: hand the work to the loop with execute or createTask");
        }
    }

    /** The calling thread becomes the loop's, until it calls {@link #leave}. */
    public void enter() {
        if (closed) {
            throw new IllegalStateException("this event loop is closed: make a new one");
        }
        if (RUNS_A_LOOP.get()) {
            throw new IllegalStateException("this thread runs an event loop already: "
                    + "return a future to that loop (thenCompose) instead of running or closing one inside it");
        }
        RUNS_A_LOOP.set(true);
        thread = Thread.currentThread();
        listener = observers.listener();
    }

    public void leave() {
        RUNS_A_LOOP.remove();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Runs the last callbacks, those of threads and channels that have just been closed. */
    public void finish() {
        takeIn();
        callThoseReady();
    }

    /** From now on the loop rejects callbacks. */
    public void close() {
        arrivals.close();
        closed = true;
        listener.loopClosed();
    }
}
