package interleave.virtualtime.engine;

import interleave.virtualtime.engine.steps.Site;

/**
 * The methods that rewritten code of the program calls before each step, where a thread may be preempted. A site is the
 * number of a {@link Site}. Public only because rewritten classes call it.
 */
public final class StepHooks {
    private StepHooks() {}

    /** Called before a step that reads something which another thread may change. */
    public static void point(Object target, int site) {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.point(target, -1, site, false);
        }
    }

    /** Called before a step that makes progress. */
    public static void work(Object target, int site) {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.point(target, -1, site, true);
        }
    }

    /** Called before an access to an element of an array or a list. */
    public static void element(Object array, int index, int site) {
        Scheduler run = Scheduler.current();
        if (run != null) {
            run.point(array, index, site, true);
        }
    }

    /** Called before a call before which no thread is preempted, but which may be part of a data race. */
    public static void used(Object target, int site) {
        if (RunState.anyFindsRaces()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.used(target, site);
            }
        }
    }

    /**
     * Called before a call of a method of the program, which may be synchronized. Calls are frequent, and only a run
     * that may preempt or records its steps needs them. The receiver of a static method is {@code null}.
     */
    public static void call(Object receiver, int site) {
        if (RunState.anyWatchesCalls()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.call(receiver, site);
            }
        }
    }

    /** Called before a call of a lambda or a method reference, which may be a synchronized method. */
    public static void code(Object receiver, int site) {
        if (RunState.anyWatchesSteps()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.call(receiver, site);
            }
        }
    }

    /** Whether a method reference to the JDK needs a point: one that was created before the run has none. */
    public static boolean watchesReferences() {
        return RunState.anyWatchesSteps() && Scheduler.current() != null;
    }

    /** Called after a call of the JDK that may run code of the program. */
    public static void returned() {
        if (RunState.anyWatchesSteps()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.position().returned();
            }
        }
    }

    /** The running thread has entered a monitor. */
    public static void entered(Object monitor) {
        if (RunState.anyWatchesSteps()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.entered(monitor);
            }
        }
    }

    /** The running thread is about to leave a monitor. */
    public static void exiting(Object monitor) {
        if (RunState.anyWatchesSteps()) {
            Scheduler run = Scheduler.current();
            if (run != null) {
                run.exiting(monitor);
            }
        }
    }

    /** The running thread is about to wait for a signal. */
    public static void waiting(Object monitor) {
        SyncHooks.waiting(monitor);
    }

    /** The running thread begins to initialize a class. Other threads wait until it has ended. */
    public static void initializing() {
        SyncHooks.mute();
    }

    public static void initialized() {
        SyncHooks.unmute();
    }

    public static void value(Object value, int read) {
        if (isRecorded()) {
            record(Schedule.shown(value), read);
        }
    }

    public static void value(int value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    public static void value(long value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    public static void value(double value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    public static void value(float value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    public static void value(boolean value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    public static void value(char value, int read) {
        if (isRecorded()) {
            record(value, read);
        }
    }

    /** Called at each field access, and false for almost all runs. */
    private static boolean isRecorded() {
        Scheduler run = Scheduler.current();
        return run != null && run.schedule.isRecorded();
    }

    private static void record(Object value, int read) {
        Scheduler.current().schedule.add(Hooks.currentThread().getName(), (read == 1 ? " -> " : " := ") + value);
    }
}
