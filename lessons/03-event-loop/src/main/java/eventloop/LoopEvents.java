package eventloop;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the loop tells Flight Recorder: its turns, callbacks, timers and tasks. Costs nothing while none records. */
final class LoopEvents {

    private LoopEvents() {}

    @Name("eventloop.Turn")
    @Label("Loop Turn")
    @Description("The loop took in what was ready, and ran it")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Turn extends Event {
        @Label("Callbacks")
        int callbacks;
    }

    @Name("eventloop.Callback")
    @Label("Loop Callback")
    @Description("One callback ran on the loop's thread, on behalf of a task")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Callback extends Event {
        static final Callback NOT_RECORDED = new Callback();

        @Label("Task Id")
        long taskId;

        @Label("Task")
        String task = "";

        static Callback begunBy(eventloop.Task<?> runner) {
            if (runner == eventloop.Task.NONE || !NOT_RECORDED.isEnabled()) {
                return NOT_RECORDED;
            }
            var callback = new Callback();
            callback.begin();
            return callback;
        }

        void end(eventloop.Task<?> runner) {
            if (this != NOT_RECORDED) {
                taskId = runner.id;
                task = runner.name();
                commit();
            }
        }
    }

    @Name("eventloop.Timer")
    @Label("Loop Timer")
    @Description("A task slept, while the loop's thread was free for others")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Timer extends Event {
        private static final Timer NOT_RECORDED = new Timer();

        @Label("Task Id")
        long taskId;

        @Label("Task")
        String task = "";

        static Timer begunBy(eventloop.Task<?> sleeper) {
            if (sleeper == eventloop.Task.NONE || !NOT_RECORDED.isEnabled()) {
                return NOT_RECORDED;
            }
            var timer = new Timer();
            timer.begin();
            return timer;
        }

        /** Returns what an ended event leaves behind: nothing to end. */
        Timer end(eventloop.Task<?> sleeper) {
            if (this != NOT_RECORDED) {
                taskId = sleeper.id;
                task = sleeper.name();
                commit();
            }
            return NOT_RECORDED;
        }
    }

    @Name("eventloop.Task")
    @Label("Loop Task")
    @Description("A task, from its creation to its result")
    @Category({"Event Loop"})
    @StackTrace(false)
    static final class Task extends Event {
        private static final Task NOT_RECORDED = new Task();

        @Label("Task Id")
        long taskId;

        @Label("Task")
        String task = "";

        static Task begun() {
            if (!NOT_RECORDED.isEnabled()) {
                return NOT_RECORDED;
            }
            var created = new Task();
            created.begin();
            return created;
        }

        /** Returns what an ended event leaves behind: nothing to end. */
        Task end(eventloop.Task<?> finished) {
            if (this != NOT_RECORDED) {
                taskId = finished.id;
                task = finished.name();
                commit();
            }
            return NOT_RECORDED;
        }
    }
}
