package interleave.virtualtime.engine;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.steps.Step;
import java.util.Collection;
import java.util.List;

/**
 * A thread of the run, with its number in the order of creation.
 *
 * @param thread the virtual thread that the JVM runs
 * @param shown the thread as the program sees it
 * @param effort the work it has done since time last passed for it
 * @param position where it is, if the policy watches steps
 */
record SimulatedThread(int number, Thread thread, Thread shown, Runnable continuation, Effort effort, Position position)
        implements RunnableThread {
    SimulatedThread(int number, Thread thread, Thread shown, Runnable continuation) {
        this(number, thread, shown, continuation, Effort.ofOneThread(), new Position());
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

    @Override
    public String name() {
        return shown.getName().isEmpty() ? Simulation.nameOf(thread) : shown.getName();
    }

    @Override
    public Step next() {
        return position.next();
    }

    @Override
    public boolean givesWay() {
        return hasYielded() && (position.next() == null || position.givesWay());
    }

    @Override
    public boolean isBelowTheJdk() {
        return position.isBelowTheJdk() || JdkInternals.isWorker(shown);
    }

    @Override
    public List<Object> held() {
        return position.held();
    }

    @Override
    public boolean isNew() {
        return JdkInternals.stateOf(thread) == JdkInternals.STARTED;
    }

    @Override
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public Step last() {
        return position.last();
    }

    @Override
    public int joined() {
        return position.joined();
    }

    @Override
    public boolean isBlocked(Collection<RunnableThread> others) {
        Step next = position.next();
        return next != null
                && (LockOwners.isHeldByAnother(next, shown)
                        || others.stream()
                                .anyMatch(other -> other != this && ((SimulatedThread) other).keepsOut(next)));
    }

    /** Whether it holds the monitor of a step. A thread that waits at a monitor does not hold it. */
    private boolean keepsOut(Step next) {
        return !isAtMonitor() && thread.isAlive() && position.held().stream().anyMatch(next::entersMonitorOf);
    }
}
