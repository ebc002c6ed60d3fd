package interleave.recorder.capture;

import interleave.recorder.model.Place;
import java.util.List;

/**
 * A recorded callback, timer, task or request of an event loop. Times are in nanoseconds since the epoch.
 *
 * @param future for a request, the class of the future that the loop returned; otherwise empty
 * @param places for a request, where in the program it was made; otherwise empty
 * @param failure for a failed or cancelled task, its failure as text; otherwise empty
 * @param by for a callback, the task that made it run
 */
record LoopEvent(
        Type kind,
        long thread,
        long taskId,
        String task,
        long start,
        long end,
        String future,
        List<Place> places,
        String failure,
        TaskName by) {

    /** A task in events; the number 0 stands for no task. */
    record TaskName(long id, String name) {
        static final TaskName NONE = new TaskName(0, "");
    }

    LoopEvent(Type kind, long thread, long taskId, String task, long start, long end) {
        this(kind, thread, taskId, task, start, end, "", List.of());
    }

    LoopEvent(
            Type kind, long thread, long taskId, String task, long start, long end, String future, List<Place> places) {
        this(kind, thread, taskId, task, start, end, future, places, "", TaskName.NONE);
    }

    enum Type {
        CALLBACK,
        TIMER,
        /** A callback was in the ready queue. */
        READY,
        TASK,
        /** A call of a method of the loop that returns a future. */
        REQUEST
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }
}
