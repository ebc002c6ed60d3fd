package interleave.virtualtime.engine;

/**
 * A thread of the run, with its number in the order of creation.
 *
 * @param thread the virtual thread that the JVM runs
 * @param shown the thread as the program sees it
 * @param effort the work it has done since time last passed for it
 */
record SimulatedThread(int number, Thread thread, Thread shown, Runnable continuation, Effort effort) {
    SimulatedThread(int number, Thread thread, Thread shown, Runnable continuation) {
        this(number, thread, shown, continuation, Effort.ofOneThread());
    }

    boolean hasYielded() {
        return JdkInternals.stateOf(thread) == JdkInternals.YIELDED;
    }

    /** Whether it is blocked on a monitor, or has just acquired it. */
    boolean isEnteringMonitor() {
        int state = JdkInternals.stateOf(thread);
        return state == JdkInternals.BLOCKED || state == JdkInternals.UNBLOCKED;
    }

    /** Whether it can become blocked on a monitor without running: it is entering one, or waits to be notified. */
    boolean isAtMonitor() {
        int state = JdkInternals.stateOf(thread);
        return isEnteringMonitor() || state == JdkInternals.WAIT || state == JdkInternals.TIMED_WAIT;
    }
}
