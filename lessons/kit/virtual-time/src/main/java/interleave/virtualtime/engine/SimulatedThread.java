package interleave.virtualtime.engine;

/** A thread of the run, and its place in the order of creation. */
record SimulatedThread(int number, Thread thread, Runnable continuation) {
    boolean hasYielded() {
        return JdkInternals.stateOf(thread) == JdkInternals.YIELDED;
    }

    /** Whether it is blocked on a monitor, or has just been let in. */
    boolean wantsAMonitor() {
        int state = JdkInternals.stateOf(thread);
        return state == JdkInternals.BLOCKED || state == JdkInternals.UNBLOCKED;
    }

    /** Whether it may come to be blocked on a monitor without running: it is, or waits to be notified. */
    boolean isAtAMonitor() {
        int state = JdkInternals.stateOf(thread);
        return wantsAMonitor() || state == JdkInternals.WAIT || state == JdkInternals.TIMED_WAIT;
    }
}
