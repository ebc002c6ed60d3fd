package interleave.virtualtime.engine.policy;

import interleave.virtualtime.engine.steps.Step;
import java.util.Collection;
import java.util.List;

/** A thread that can go on, as a scheduling policy sees it. */
public interface RunnableThread {
    /** Its number in the order of creation: 0 is main. */
    int number();

    /** Its name in reports. */
    String name();

    /**
     * The step before which it was stopped. {@code null} if it is new, if it continues after a wait, or if it has
     * yielded by itself.
     */
    Step next();

    /** Whether it lets other threads run: it has called {@code yield}, or has worked for long without a wait. */
    boolean givesWay();

    /** Whether code of the JDK, such as a pool, called the code that it executes. */
    boolean isBelowTheJdk();

    /** The monitors that it holds, outermost first. */
    List<Object> held();

    /** The last step that it has begun; {@code null} for none. It may wait in the middle of it. */
    Step last();

    /** The number of the thread that it has joined since its last step; -1 for none. */
    int joined();

    /** Whether it would have to wait before its next step, because another thread holds a lock. */
    boolean isBlocked(Collection<RunnableThread> others);

    /** Whether it has not run yet. */
    boolean isNew();

    /** Whether it has ended. */
    boolean hasEnded();
}
