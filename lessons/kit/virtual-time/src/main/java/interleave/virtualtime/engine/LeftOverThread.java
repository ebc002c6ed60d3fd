package interleave.virtualtime.engine;

import java.util.concurrent.Executor;

/**
 * A thread that was still waiting when its run ended, such as the worker of a pool in a static field. It counts as
 * terminated. If another thread wakes it, it continues as a member of that thread's run, or in real time.
 */
final class LeftOverThread {
    private LeftOverThread() {}

    /** Whether the run of {@code virtual} has ended, and no thread has woken it since. */
    static boolean is(Thread virtual) {
        return JdkInternals.schedulerOf(virtual) instanceof Scheduler run && run.isDisposed();
    }

    /**
     * Continues a thread that has just been woken. Does nothing if its run was stopped: the thread could be anywhere in
     * an endless loop. A thread that is woken by the JVM, because it waits for a monitor, does not continue either,
     * because the JVM does not say who released the monitor.
     */
    static void resume(Scheduler ended, Runnable continuation) {
        if (!ended.state.isOver() && !JdkInternals.isUnblocker(Thread.currentThread())) {
            Thread thread = JdkInternals.threadOf(continuation);
            moveTo(schedulerOfCaller(), thread);
            ((Executor) JdkInternals.schedulerOf(thread)).execute(continuation);
        }
    }

    /**
     * Lets a parked twin that has continued in real time return to the run of the thread that is about to unpark it.
     */
    static void beforeUnpark(Thread twin) {
        Scheduler run = Scheduler.current();
        if (run != null && JdkInternals.schedulerOf(twin) == JdkInternals.defaultScheduler()) {
            int state = JdkInternals.stateOf(twin);
            if (state == JdkInternals.PARKED || state == JdkInternals.TIMED_PARKED) {
                JdkInternals.moveTo(run, twin);
            }
        }
    }

    /** Lets {@code thread}, which waits for a monitor, continue in the run of the caller when the JVM wakes it. */
    static void expectNotification(Thread thread) {
        if (is(thread)) {
            Executor scheduler = schedulerOfCaller();
            moveTo(scheduler, thread);
            if (scheduler instanceof Scheduler run) {
                run.accept(thread);
            }
        }
    }

    private static Executor schedulerOfCaller() {
        Scheduler run = Scheduler.current();
        return run == null ? JdkInternals.defaultScheduler() : run;
    }

    private static void moveTo(Executor scheduler, Thread thread) {
        JdkInternals.moveTo(scheduler, thread);
        JdkInternals.enterContainer(thread);
    }
}
