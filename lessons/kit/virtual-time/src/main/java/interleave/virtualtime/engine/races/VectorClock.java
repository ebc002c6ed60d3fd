package interleave.virtualtime.engine.races;

import java.util.Arrays;

/** A vector clock: for each thread, the last of its moments that happens before a given step. */
final class VectorClock {
    private int[] moments = new int[4];

    int of(int thread) {
        return thread < moments.length ? moments[thread] : 0;
    }

    /** Advances the logical clock of a thread. */
    void tick(int thread) {
        if (thread >= moments.length) {
            moments = Arrays.copyOf(moments, Math.max(thread + 1, 2 * moments.length));
        }
        moments[thread]++;
    }

    /** Takes the maximum of both clocks: adds the steps that happen before {@code other}. */
    void join(VectorClock other) {
        if (other.moments.length > moments.length) {
            moments = Arrays.copyOf(moments, other.moments.length);
        }
        for (int thread = 0; thread < other.moments.length; thread++) {
            moments[thread] = Math.max(moments[thread], other.moments[thread]);
        }
    }
}
