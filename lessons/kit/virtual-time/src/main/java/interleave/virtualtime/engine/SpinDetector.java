package interleave.virtualtime.engine;

/**
 * Detects busy-waiting: a loop that checks a condition again and again. Virtual time stands still while a program
 * computes, but must pass while all threads are busy-waiting.
 */
final class SpinDetector {
    /** The number of steps after which a thread yields to the others. */
    private static final int STEPS = 20_000;

    /** Reading the clock counts as this many steps, since few programs read it often without waiting for a moment. */
    private static final int STEPS_PER_CLOCK_READ = 50;

    /** Catching an exception counts as this many steps: throwing it takes as long, and the program may try again. */
    private static final int STEPS_PER_EXCEPTION = 250;

    /** Time passes after this many slices per thread of nothing but checking. */
    private static final int LIMIT = 500;

    /** A slice that was ended by the limit of steps counts as this many. */
    private static final int LONG = 5;

    private int steps;
    private boolean works;
    private boolean readsClock;
    private int slices;
    private boolean hasReadClock;
    private boolean known;

    void beginSlice() {
        steps = 0;
        works = false;
        readsClock = false;
    }

    /** Counts a step. Returns whether the thread should yield. */
    boolean step(boolean work) {
        works |= work;
        return ++steps >= STEPS;
    }

    /** Counts a step. Returns whether the thread should yield. */
    boolean readClock() {
        readsClock = true;
        steps += known ? STEPS / 10 : STEPS_PER_CLOCK_READ;
        return steps >= STEPS;
    }

    /** Counts a caught exception. Returns whether the thread should yield. */
    boolean caught() {
        steps += STEPS_PER_EXCEPTION;
        return steps >= STEPS;
    }

    /** The number of steps in this slice. */
    int steps() {
        return steps;
    }

    void endSlice(boolean yielded) {
        if (!yielded || (works && !readsClock)) {
            slices = 0;
            hasReadClock = false;
            known = false;
            return;
        }
        slices += steps >= STEPS ? LONG : 1;
        hasReadClock |= readsClock;
    }

    /** Whether all of {@code threads} threads have been busy-waiting for long enough. */
    boolean isAll(int threads) {
        return slices > (known ? LONG : LIMIT) * (long) threads;
    }

    boolean readsClock() {
        return hasReadClock;
    }

    /** Time has passed. If the threads continue to busy-wait, a shorter observation is enough. */
    void timePassed() {
        slices = 0;
        known = true;
    }
}
