package interleave.eventloop.observation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/** The debug mode: reports slow callbacks, exceptions that were never retrieved, and tasks that never started. */
final class Debug implements LoopListener {

    private static final Duration SLOW = Duration.ofMillis(100);

    /** Where in the program each callback and task was requested. */
    private final Map<Object, String> origins = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<CompletableFuture<?>, Throwable> unretrieved = new LinkedHashMap<>();

    private boolean timed;
    /** When the running callback started, in nanoseconds of {@link System#nanoTime}. */
    private long started;

    @Override
    public void requested(Object what, Owner by) {
        if (what instanceof Runnable || what instanceof Owner) {
            origins.put(what, Reports.placeOfTheCaller());
        }
    }

    @Override
    public void callbackStarted() {
        timed = true;
        started = System.nanoTime();
    }

    @Override
    public void callbackEnded(Runnable callback, Owner owner) {
        var time = Duration.ofNanos(System.nanoTime() - started);
        if (timed && time.compareTo(SLOW) > 0) {
            Reports.print(
                    (owner == Owner.NONE ? "a callback" : "callback of " + owner) + " took " + time.toMillis()
                            + " ms; no other task could run.",
                    "It was scheduled at " + origin(callback) + ". Move blocking work to loop.toThread(...).");
        }
        timed = false;
    }

    @Override
    public void failed(CompletableFuture<?> future, Throwable failure) {
        unretrieved.put(future, failure);
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // a future equals only itself
    public void retrieved(CompletableFuture<?> future) {
        unretrieved.remove(future);
    }

    @Override
    public void taskNeverStarted(Owner task) {
        Reports.print(
                task + " never started: the loop was closed first.",
                "It was created at " + origin(task) + ". Wait for it: gather it, or return it from main.");
    }

    @Override
    public void loopClosed() {
        unretrieved.forEach((future, failure) -> Reports.print(
                future + " failed and its exception was never retrieved: " + failure,
                "Thrown at " + Reports.place(failure) + ". Wait for the task, or handle it with exceptionally(...)."));
        unretrieved.clear();
    }

    private String origin(Object what) {
        return origins.getOrDefault(what, "an unknown place");
    }
}
