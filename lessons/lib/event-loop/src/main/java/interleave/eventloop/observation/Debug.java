package interleave.eventloop.observation;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/** The debug mode: reports slow callbacks, exceptions that were never retrieved, and tasks that never started. */
final class Debug implements LoopListener {

    /** Where in the program each callback, task and future was requested. */
    private final Map<Object, String> origins = Collections.synchronizedMap(new WeakHashMap<>());

    private final UnretrievedFailures unretrieved;

    private final SlowCallback slow = new SlowCallback();

    private boolean timed;
    /** When the running callback started, in nanoseconds of {@link System#nanoTime}. */
    private long started;

    Debug(Observers.Delay delay) {
        unretrieved = new UnretrievedFailures(delay);
    }

    @Override
    public void requested(Object what, Owner by) {
        origins.put(what, Reports.placeOfTheCaller());
    }

    @Override
    public String placeOf(Object what) {
        return origins.getOrDefault(what, "");
    }

    @Override
    public void turnStarted() {
        slow.turnStarted();
    }

    @Override
    public void callbackStarted(Runnable callback) {
        timed = true;
        started = System.nanoTime();
    }

    @Override
    public void callbackEnded(Runnable callback, Owner owner) {
        var time = Duration.ofNanos(System.nanoTime() - started);
        if (timed) {
            slow.explain(time).ifPresent(what -> report(what, callback, owner));
        }
        timed = false;
    }

    private void report(String what, Runnable callback, Owner owner) {
        String origin = origins.get(callback);
        Reports.print(
                (owner == Owner.NONE ? "a callback " : "callback of " + owner + " ") + what,
                (origin == null ? "" : "It was scheduled at " + origin + ". ")
                        + "Move blocking work to loop.toThread(...).");
    }

    @Override
    public void failed(CompletableFuture<?> future, Throwable failure) {
        unretrieved.add(future, failure);
    }

    @Override
    public void retrieved(CompletableFuture<?> future) {
        unretrieved.remove(future);
    }

    @Override
    public void taskNeverStarted(Owner task) {
        Reports.print(
                task + " never started: the loop was closed first.",
                "It was created at " + origins.getOrDefault(task, Reports.UNKNOWN_PLACE)
                        + ". Wait for it: gather it, or return it from main.");
    }

    @Override
    public void loopClosed() {
        unretrieved.reportAll();
    }
}
