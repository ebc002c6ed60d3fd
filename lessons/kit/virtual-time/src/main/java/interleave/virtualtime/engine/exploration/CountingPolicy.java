package interleave.virtualtime.engine.exploration;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.policy.RunnableThreads;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.engine.steps.Step;

/** Leaves all decisions to another policy, and computes a number for the schedule that results from them. */
public final class CountingPolicy implements SchedulingPolicy {
    private final SchedulingPolicy decides;
    private final History history = new History();

    public CountingPolicy(SchedulingPolicy decides) {
        this.decides = decides;
    }

    /** The number of the schedule so far: the same for schedules that are known to be equivalent. */
    public long schedule() {
        return history.number();
    }

    @Override
    public boolean observesSteps() {
        return true;
    }

    @Override
    public void passed(RunnableThread running, Step step) {
        history.add(running, step);
    }

    @Override
    public int among(RunnableThreads runnable) {
        return decides.among(runnable);
    }

    @Override
    public boolean preempts() {
        return decides.preempts();
    }

    @Override
    public boolean watchesSteps() {
        return decides.watchesSteps();
    }

    @Override
    public boolean stops(RunnableThread running, boolean alone) {
        return decides.stops(running, alone);
    }

    @Override
    public void entered(RunnableThread running, boolean alone) {
        decides.entered(running, alone);
    }
}
