package interleave.recorder.model;

/** What a lane stands for. */
public enum LaneKind {
    /** A thread of the operating system. */
    PLATFORM_THREAD,
    /** A thread of the JDK's, which holds no thread of the operating system while it waits. */
    VIRTUAL_THREAD,
    /** A task of an event loop, which runs on the loop's thread. */
    LOOP_TASK
}
