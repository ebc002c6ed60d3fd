package interleave.recorder.capture;

import interleave.recorder.model.Place;
import java.util.List;

/**
 * A callback, timer or task of an event loop, or something that a task asked for, as recorded; times in nanoseconds
 * since the epoch.
 *
 * @param future what a task asked for, as the loop's class is called; empty for all other kinds
 * @param places where in the program a task asked; empty for all other kinds
 * @param failure of a task that failed or was cancelled, for a reader; empty for all others
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
        String failure) {

    LoopEvent(Type kind, long thread, long taskId, String task, long start, long end) {
        this(kind, thread, taskId, task, start, end, "", List.of());
    }

    LoopEvent(
            Type kind, long thread, long taskId, String task, long start, long end, String future, List<Place> places) {
        this(kind, thread, taskId, task, start, end, future, places, "");
    }

    enum Type {
        CALLBACK,
        TIMER,
        TASK,
        ASKED
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }
}
