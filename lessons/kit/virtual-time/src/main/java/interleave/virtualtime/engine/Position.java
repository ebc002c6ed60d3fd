package interleave.virtualtime.engine;

import interleave.virtualtime.engine.steps.Access;
import interleave.virtualtime.engine.steps.Step;
import java.util.ArrayList;
import java.util.List;

/** Where a thread is: the step before which it was stopped, and the monitors that it holds. */
final class Position {
    private final List<Object> held = new ArrayList<>();
    private Step next;
    private Step last;
    private int joined = -1;
    private boolean givesWay;
    private int opaqueCalls;

    /** The thread is about to make a step. */
    void reach(Step step, boolean gives) {
        next = step;
        joined = -1;
        givesWay = gives;
    }

    /** The thread makes its step. */
    void pass() {
        pass(next);
        next = null;
    }

    void pass(Step step) {
        if (step.site().access() == Access.OPAQUE) {
            opaqueCalls++;
        } else if (step.isMonitorEnter()) {
            held.add(step.target()); // a call after the instruction would be outside of the block's exception handler
        }
        last = step;
    }

    /** The last step that the thread has begun; {@code null} for none. */
    Step last() {
        return last;
    }

    /** The thread waits until the thread with this number ends. */
    void join(int thread) {
        joined = thread;
    }

    /** The number of the thread that this thread has joined since its last step; -1 for none. */
    int joined() {
        return joined;
    }

    /** A call of the JDK that may run code of the program has returned. */
    void returned() {
        opaqueCalls--;
    }

    /** The step before which the thread was stopped; {@code null} if it waits, has yielded or is new. */
    Step next() {
        return next;
    }

    /** Whether the thread has worked for long, and lets the others run. */
    boolean givesWay() {
        return givesWay;
    }

    /** Whether code of the JDK called the code that the thread executes. */
    boolean isBelowTheJdk() {
        return opaqueCalls > 0;
    }

    void entered(Object monitor) {
        held.add(monitor);
    }

    void exiting(Object monitor) {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i) == monitor) {
                held.remove(i);
                return;
            }
        }
    }

    /** The monitors that the thread holds, outermost first. */
    List<Object> held() {
        return held;
    }
}
