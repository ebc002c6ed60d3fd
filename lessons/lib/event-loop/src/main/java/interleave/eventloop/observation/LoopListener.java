package interleave.eventloop.observation;

import java.util.concurrent.CompletableFuture;

/**
 * Receives the events of a loop. All methods are called on the loop's thread, except {@link #requested} and
 * {@link #placeOf}, which any thread may call.
 */
public interface LoopListener {

    /** Does nothing. The JIT compiler removes the calls. */
    LoopListener NONE = new LoopListener() {};

    /** The program requested a callback, a task or a future, which runs or completes later. */
    default void requested(Object what, Owner by) {}

    /** The line of the program that requested {@code what}; empty if the listener does not record it. */
    default String placeOf(Object what) {
        return "";
    }

    default void turnStarted() {}

    /** The turn ran this many callbacks. */
    default void turnEnded(int callbacks) {}

    /** The callback is at the end of the ready queue, on behalf of {@code by}, or of no task. */
    default void callbackReady(Runnable callback, Owner by) {}

    /** The callback left the ready queue and runs now. */
    default void callbackStarted(Runnable callback) {}

    default void callbackEnded(Runnable callback, Owner owner) {}

    /** The loop now works on behalf of another task. */
    default void ownerChanged(Owner before, Owner now) {}

    default void timerStarted(Object timer, Owner sleeper) {}

    /** The timer fired or was cancelled. May be called twice. */
    default void timerEnded(Object timer, Owner sleeper) {}

    default void taskCreated(Owner task) {}

    /**
     * May be called twice.
     *
     * @param failure null if the task has a result
     */
    default void taskEnded(Owner task, Throwable failure) {}

    /** The loop closes before the task's first turn. */
    default void taskNeverStarted(Owner task) {}

    /** A future failed, and no code waits for it yet. */
    default void failed(CompletableFuture<?> future, Throwable failure) {}

    /** The program read the result of a future, or registered a callback. */
    default void retrieved(CompletableFuture<?> future) {}

    default void loopClosed() {}
}
