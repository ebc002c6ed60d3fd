package interleave.recorder;

/** A callback, timer or task of an event loop, as recorded; times in nanoseconds since the epoch. */
record LoopEvent(Kind kind, long thread, long taskId, String task, long start, long end) {

    enum Kind {
        CALLBACK, TIMER, TASK
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }
}
