package interleave.recorder.model;

/** The kind of a lane. */
public enum LaneKind {
    /** A thread of the operating system. */
    PLATFORM_THREAD,
    /** A thread of the JVM, which does not occupy a thread of the operating system while it waits. */
    VIRTUAL_THREAD,
    /** A task of an event loop, which runs on the loop's thread. */
    LOOP_TASK,
    /** A request to a server, for versions in which no thread or task waits for its response. */
    REQUEST,
    /** A process of its own. It is not recorded what it waits for, so there is no critical path. */
    PROCESS,
    /** A thread whose steps a person has chosen one by one. Its durations mean nothing, so it has no critical path. */
    STEPPED_THREAD;

    /** Whether a lane of this kind can be part of a critical path. */
    boolean isOnPaths() {
        return this != PROCESS && this != STEPPED_THREAD;
    }
}
