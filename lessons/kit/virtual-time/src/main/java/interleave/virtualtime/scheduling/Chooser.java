package interleave.virtualtime.scheduling;

import java.util.SplittableRandom;

/** A scheduler, called before each step that accesses something shared, and whenever a thread waits. */
@FunctionalInterface
public interface Chooser {
    /** Returns the thread that runs next: one of the candidates of {@code point}. */
    Candidate choose(SchedulingPoint point);

    /**
     * Draws from a seed, as {@code new VirtualTime().seed(seed)} does: preempts the running thread with a probability
     * of 0.2, and then chooses any candidate.
     */
    static Chooser seeded(long seed) {
        var random = new SplittableRandom(seed);
        return point -> {
            if (point.running().isPresent() && random.nextDouble() >= 0.2) {
                return point.running().get();
            }
            return point.candidates().get(random.nextInt(point.candidates().size()));
        };
    }

    /**
     * Priorities that change at three points (PCT): finds bugs that need a long delay of one thread. Draws from a seed.
     */
    static Chooser priorities(long seed) {
        return new Priorities(seed);
    }

    /**
     * Lets the threads that reach one place of the program stall there: finds bugs for which several threads must be at
     * the same place, such as deadlocks. Draws the place from a seed, and preempts as {@link #seeded} does.
     */
    static Chooser stalling(long seed) {
        return new Stalling(seed);
    }
}
