package interleave.virtualtime.engine;

/**
 * The work of a thread since it last waited for time to pass, or of all threads together, measured in steps. A thread
 * that works for very long may be in a loop that ends only when time passes, so time then passes for it: slowly at
 * first, then faster and faster. The limit is far above the work of ordinary programs, for which time stands still.
 */
final class Effort {
    /** The number of steps of a thread after which time begins to pass. About a tenth of a second of real time. */
    private static final long LIMIT = 20_000_000;

    /** The same for all threads together. They may work in turn, each waiting for a lock that another one holds. */
    private static final long LIMIT_OF_ALL = 5 * LIMIT;

    private static final long NOTABLE = 100_000;

    /** Running a thread again takes as long as this many steps. */
    private static final int STEPS_PER_SLICE = 100;

    /** Time passes once for this many further steps. */
    private static final int STEPS_PER_PASS = 20_000;

    /** How much time passes at first, in nanoseconds. */
    private static final long FIRST_PASS = 100_000;

    private final long limit;
    private long steps;
    private long passedAt;
    private long pass = FIRST_PASS;
    private long waitsSince = -1;

    private Effort(long limit) {
        this.limit = limit;
        this.passedAt = limit;
    }

    static Effort ofOneThread() {
        return new Effort(LIMIT);
    }

    static Effort ofAllThreads() {
        return new Effort(LIMIT_OF_ALL);
    }

    /** The thread runs again. Its work is forgotten if it had waited until this later moment. */
    void beginSlice(long now) {
        if (waitsSince >= 0 && now > waitsSince) {
            steps = 0;
            passedAt = limit;
            pass = FIRST_PASS;
        }
    }

    /** The thread has made {@code count} steps, and then waits, or is still runnable. */
    void endSlice(int count, boolean runnable, long now) {
        steps += count + STEPS_PER_SLICE;
        waitsSince = runnable ? -1 : now;
    }

    /** Whether a report should name the thread as busy. */
    boolean isNotable() {
        return steps >= NOTABLE;
    }

    boolean isLong() {
        return steps >= limit;
    }

    /** By how much time passes now, in nanoseconds: zero until the thread has made enough further steps. */
    long nextPass() {
        if (steps < passedAt + STEPS_PER_PASS) {
            return 0;
        }
        passedAt = steps;
        pass += pass / 50;
        return pass;
    }
}
