package interleave.virtualtime.engine.policy;

import interleave.virtualtime.engine.steps.Step;
import java.util.SplittableRandom;

/** Decides which runnable thread runs next, and where a running thread is preempted. */
public interface SchedulingPolicy {
    /** First come, first served, without preemption. */
    SchedulingPolicy FIRST = new SchedulingPolicy() {
        @Override
        public int among(RunnableThreads runnable) {
            return 0;
        }

        @Override
        public boolean preempts() {
            return false;
        }
    };

    /** A random policy. The same seed makes the same choices. */
    static SchedulingPolicy seeded(long seed, double preemption) {
        var random = new SplittableRandom(seed);
        return new SchedulingPolicy() {
            @Override
            public int among(RunnableThreads runnable) {
                return random.nextInt(runnable.size());
            }

            @Override
            public boolean preempts() {
                return random.nextDouble() < preemption;
            }
        };
    }

    /** The index of the thread that runs next. */
    int among(RunnableThreads runnable);

    /** Whether to preempt the running thread. Called at each point where that is possible. */
    boolean preempts();

    /**
     * Whether the policy chooses by what the threads are about to do. It is then asked {@link #stops} instead of
     * {@link #preempts}.
     */
    default boolean watchesSteps() {
        return false;
    }

    /**
     * Whether to stop the running thread before its next step, and to ask {@link #among} which thread goes on.
     *
     * @param alone whether no other thread of the run was ever started
     */
    default boolean stops(RunnableThread running, boolean alone) {
        return false;
    }

    /**
     * The running thread has entered a monitor, and was not stopped before: a method reference has called a
     * synchronized method.
     *
     * @param alone whether no other thread of the run was ever started
     */
    default void entered(RunnableThread running, boolean alone) {}

    /** Whether {@link #passed} has to be called. */
    default boolean observesSteps() {
        return false;
    }

    /** The running thread makes a step, whether it was stopped before it or not. */
    default void passed(RunnableThread running, Step step) {}
}
