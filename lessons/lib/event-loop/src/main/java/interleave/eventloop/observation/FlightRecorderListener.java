package interleave.eventloop.observation;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/** Records a loop's turns, callbacks, timers, tasks and requests as Flight Recorder events. */
final class FlightRecorderListener implements LoopListener {

    private final IdentityHashMap<Object, TaskEvent> timers = new IdentityHashMap<>();
    private final IdentityHashMap<Owner, TaskSpan> tasks = new IdentityHashMap<>();
    private Turn turn = new Turn();
    private Callback callback = new Callback();
    /** The events of the callbacks in the ready queue, in its order. */
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    /** The event of the callback that has just left the queue, until its task is known. */
    private Optional<Ready> started = Optional.empty();
    /** The tasks that have run in this callback. */
    private final Set<Owner> ran = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Waiting(Runnable callback, Ready event) {}

    @Override
    public void requested(Object what, Owner by) {
        if (by != Owner.NONE && what instanceof CompletableFuture<?> future) {
            var request = new Asked();
            if (request.isEnabled()) {
                request.future = future.getClass();
                request.place = Reports.placeOfTheCaller();
                request.commitFor(by);
            }
        }
    }

    @Override
    public void turnStarted() {
        turn = new Turn();
        turn.begin();
    }

    @Override
    public void turnEnded(int callbacks) {
        turn.callbacks = callbacks;
        turn.commit();
    }

    @Override
    public void callbackReady(Runnable callback, Owner by) {
        var ready = new Ready();
        if (ready.isEnabled()) {
            ready.begin();
            ready.byId = by.id();
            ready.by = by == Owner.NONE ? "" : by.name();
            waiting.add(new Waiting(callback, ready));
        }
    }

    /** The queue may contain callbacks that were added before the recording. */
    @Override
    public void callbackStarted(Runnable callback) {
        ran.clear();
        started = Optional.empty();
        Waiting first = waiting.peek();
        if (first != null && first.callback == callback) {
            waiting.remove();
            first.event.end();
            started = Optional.of(first.event);
        }
    }

    @Override
    public void ownerChanged(Owner before, Owner now) {
        if (before != Owner.NONE && callback.isEnabled()) {
            callback.commitFor(before);
        }
        if (now != Owner.NONE) {
            started.ifPresent(ready -> ready.commitFor(now));
            started = Optional.empty();
            callback = new Callback();
            boolean isWoken = ran.add(now) && before != Owner.NONE;
            callback.byId = isWoken ? before.id() : 0;
            callback.by = isWoken ? before.name() : "";
            callback.begin();
        }
    }

    @Override
    public void timerStarted(Object timer, Owner sleeper) {
        var sleep = new Timer();
        if (sleeper != Owner.NONE && sleep.isEnabled()) {
            sleep.begin();
            timers.put(timer, sleep);
        }
    }

    @Override
    public void timerEnded(Object timer, Owner sleeper) {
        TaskEvent sleep = timers.remove(timer);
        if (sleep != null) {
            sleep.commitFor(sleeper);
        }
    }

    @Override
    public void taskCreated(Owner task) {
        var span = new TaskSpan();
        if (span.isEnabled()) {
            span.begin();
            tasks.put(task, span);
        }
    }

    @Override
    public void taskEnded(Owner task, Throwable failure) {
        TaskSpan span = tasks.remove(task);
        if (span != null) {
            span.failure = failure == null ? "" : String.valueOf(failure);
            span.commitFor(task);
        }
    }

    @Name("interleave.eventloop.Turn")
    @Label("Loop Turn")
    @Description("The loop collected the callbacks that were ready, and ran them")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Turn extends Event {
        @Label("Callbacks")
        int callbacks;
    }

    /** An event of one task. */
    @Registered(false)
    abstract static class TaskEvent extends Event {
        @Label("Task Id")
        long taskId;

        @Label("Task")
        String task = "";

        void commitFor(Owner owner) {
            taskId = owner.id();
            task = owner.name();
            commit();
        }
    }

    @Name("interleave.eventloop.Callback")
    @Label("Loop Callback")
    @Description("One callback ran on the loop's thread, on behalf of a task")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class Callback extends TaskEvent {
        @Label("By Id")
        long byId;

        @Label("By")
        @Description("The task that completed what this task waited for, and ran it at once; empty if there is none")
        String by = "";
    }

    @Name("interleave.eventloop.Ready")
    @Label("Loop Ready")
    @Description("A callback of a task was in the ready queue, until it ran")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class Ready extends TaskEvent {
        @Label("By Id")
        long byId;

        @Label("By")
        @Description("The task that added the callback to the queue; empty for a timer, a channel or another thread")
        String by = "";
    }

    @Name("interleave.eventloop.Timer")
    @Label("Loop Timer")
    @Description("A task slept, and the loop's thread was free for other tasks")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class Timer extends TaskEvent {}

    @Name("interleave.eventloop.Asked")
    @Label("Loop Request")
    @Description("A task requested something that completes later, such as a sleep")
    @Category({"Event Loop"})
    @StackTrace(true)
    @Registered
    static final class Asked extends TaskEvent {
        @Label("Future")
        Class<?> future = CompletableFuture.class;

        @Label("Place")
        @Description("The innermost frame outside the loop's own code")
        String place = "";
    }

    @Name("interleave.eventloop.Task")
    @Label("Loop Task")
    @Description("A task, from its creation to its end")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class TaskSpan extends TaskEvent {
        @Label("Failure")
        @Description("The exception or the cancellation of the task; empty if it has a result")
        String failure = "";
    }
}
