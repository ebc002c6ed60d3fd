package interleave.virtualtime.engine;

import java.util.SplittableRandom;

/** Decides which runnable thread runs next, and where a running thread is preempted. */
public interface SchedulingPolicy {
    /** First come, first served, without preemption. */
    SchedulingPolicy FIRST = new SchedulingPolicy() {
        @Override
        public int among(int runnable) {
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
            public int among(int runnable) {
                return random.nextInt(runnable);
            }

            @Override
            public boolean preempts() {
                return random.nextDouble() < preemption;
            }
        };
    }

    /** The index of the thread that runs next, below {@code runnable}. */
    int among(int runnable);

    /** Whether to preempt the running thread. Called at each point where that is possible. */
    boolean preempts();
}
