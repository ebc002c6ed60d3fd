package interleave.eventloop;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** The loop's debug mode: who held the loop too long, which failures nobody saw, and which tasks never began. */
final class Debug {

    private static final Duration SLOW = Duration.ofMillis(100);

    private boolean on = Boolean.getBoolean("eventloop.debug");
    /** Where each callback and task was asked for. */
    private final Map<Object, String> origins = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<AwaitedFuture<?>, Throwable> unseen = new LinkedHashMap<>();

    boolean isOn() {
        return on;
    }

    void turn(boolean onOrOff) {
        on = onOrOff;
    }

    /** Remembers the place that asks the loop for {@code what}. */
    void asked(Object what) {
        if (on) {
            origins.put(what, Reports.placeOfTheCaller());
        }
    }

    /** Reports a callback that ran longer than {@link #SLOW}. */
    void took(Duration time, Runnable callback, Task<?> task) {
        if (time.compareTo(SLOW) > 0) {
            Reports.print(
                    task + " held the loop for " + Reports.seconds(time) + ", and everything else waited.",
                    "It goes back to " + origin(callback) + ". Blocking work belongs in loop.toThread(...).");
        }
    }

    /** Remembers a failure for the end, unless somebody waits for it now or asks for it until then. */
    void failed(AwaitedFuture<?> future, Throwable failure) {
        if (on) {
            unseen.put(future, failure);
        }
    }

    void seen(AwaitedFuture<?> future) {
        if (on) {
            unseen.remove(future);
        }
    }

    void neverStarted(Task<?> task) {
        if (on) {
            Reports.print(
                    task + " never ran: the loop ended before its turn came.",
                    "It was created at " + origin(task) + ". Wait for it: gather it, or return it from main.");
        }
    }

    void reportUnseen() {
        unseen.forEach((future, failure) -> Reports.print(
                future + " failed, and nobody looked: " + failure,
                "Thrown at " + Reports.place(failure) + ". Wait for it, or handle it with exceptionally(...)."));
        unseen.clear();
    }

    private String origin(Object what) {
        return origins.getOrDefault(what, "an unknown place");
    }
}
