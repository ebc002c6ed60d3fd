package interleave.eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/**
 * What the loop tells Flight Recorder: its turns, callbacks, timers and tasks, and where they ask for what. Until
 * somebody records, the classes of the events are not even loaded: that alone would take longer than a short program.
 */
final class LoopEvents {

    /** Something that has begun and will be told of when it ends. */
    interface Span {
        Span NOT_RECORDED = task -> {};

        /** It ends with a failure. */
        default void failed(Throwable failure) {}

        /** It was {@code task}'s. */
        void end(Task<?> task);
    }

    private LoopEvents() {}

    static Span task() {
        return FlightRecorder.isInitialized() ? begun(new TaskSpan()) : Span.NOT_RECORDED;
    }

    static Span timer(Task<?> sleeper) {
        return sleeper != Task.NONE && FlightRecorder.isInitialized() ? begun(new Timer()) : Span.NOT_RECORDED;
    }

    static Span callback(Task<?> runner) {
        return runner != Task.NONE && FlightRecorder.isInitialized() ? begun(new Callback()) : Span.NOT_RECORDED;
    }

    /** A turn has begun; to be told, at its end, how many callbacks ran in it. */
    static IntConsumer turn() {
        return FlightRecorder.isInitialized() ? Turn.begun() : callbacks -> {};
    }

    /** The running task, if there is one, asks for something that will come later. */
    static void asked(EventLoop loop, Class<?> future) {
        if (FlightRecorder.isInitialized() && loop != null && loop.asker() != Task.NONE) {
            var asked = new Asked();
            if (asked.isEnabled()) {
                asked.future = future;
                asked.place = Reports.placeOfTheCaller();
                asked.end(loop.asker());
            }
        }
    }

    private static Span begun(TaskEvent event) {
        if (!event.isEnabled()) {
            return Span.NOT_RECORDED;
        }
        event.begin();
        return event;
    }

    @Name("interleave.eventloop.Turn")
    @Label("Loop Turn")
    @Description("The loop took in what was ready, and ran it")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Turn extends Event {
        @Label("Callbacks")
        int callbacks;

        static IntConsumer begun() {
            var turn = new Turn();
            turn.begin();
            return turn::end;
        }

        private void end(int called) {
            callbacks = called;
            commit();
        }
    }

    /** An event of one task. */
    @Registered(false)
    abstract static class TaskEvent extends Event implements Span {
        @Label("Task Id")
        long taskId;

        @Label("Task")
        String task = "";

        @Override
        public void end(Task<?> whose) {
            taskId = whose.id;
            task = whose.name();
            commit();
        }
    }

    @Name("interleave.eventloop.Callback")
    @Label("Loop Callback")
    @Description("One callback ran on the loop's thread, on behalf of a task")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class Callback extends TaskEvent {}

    @Name("interleave.eventloop.Timer")
    @Label("Loop Timer")
    @Description("A task slept, while the loop's thread was free for others")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class Timer extends TaskEvent {}

    @Name("interleave.eventloop.Asked")
    @Label("Loop Request")
    @Description("A task asked for something that comes later, such as a timer")
    @Category({"Event Loop"})
    @StackTrace(true)
    @Registered
    static final class Asked extends TaskEvent {
        @Label("Future")
        Class<?> future = CompletableFuture.class;

        @Label("Place")
        @Description("The innermost frame that is not the loop's")
        String place = "";
    }

    @Name("interleave.eventloop.Task")
    @Label("Loop Task")
    @Description("A task, from its creation to its result")
    @Category({"Event Loop"})
    @StackTrace(false)
    @Registered
    static final class TaskSpan extends TaskEvent {
        @Label("Failure")
        @Description("What the task failed with, or that it was cancelled; empty when it has a result")
        String failure = "";

        @Override
        public void failed(Throwable thrown) {
            failure = String.valueOf(thrown);
        }
    }
}
