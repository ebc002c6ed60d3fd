package interleave.virtualtime.engine;

import java.util.SplittableRandom;

/** Decides which of the runnable threads goes on, and where a running one is interrupted in the middle. */
public interface SchedulingPolicy {
    /** First come, first served; nobody is preempted. */
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

    /** Drawn from a seed: the same seed makes the same choices. */
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

    /** An index below {@code runnable}. */
    int among(int runnable);

    /** Asked at each point where a thread could be preempted. */
    boolean preempts();
}
