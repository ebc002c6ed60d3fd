package interleave.virtualtime.engine;

/**
 * Tells a loop that waits for something by asking again and again from one that works. Time does not pass while a
 * program works, but must when all that it does is to ask.
 */
final class SpinDetector {
    /** Steps after which a thread lets others run although it does not pause. */
    private static final int STEPS = 20_000;

    /** As many steps is it worth to ask for the time, for few programs ask often without waiting for it. */
    private static final int STEPS_TO_ASK_FOR_TIME = 50;

    /** So many slices of nothing but asking are not for time to pass yet; long ones count as several. */
    private static final int LIMIT = 500;

    private static final int LONG = 5;

    private int steps;
    private boolean works;
    private boolean asksForTime;
    private int slices;
    private boolean askedForTime;
    private boolean known;

    void beginSlice() {
        steps = 0;
        works = false;
        asksForTime = false;
    }

    /** Whether the thread should let others run. */
    boolean step(boolean work) {
        works |= work;
        return ++steps >= STEPS;
    }

    /** Whether the thread should let others run. */
    boolean askForTime() {
        asksForTime = true;
        steps += known ? STEPS / 10 : STEPS_TO_ASK_FOR_TIME;
        return steps >= STEPS;
    }

    void endSlice(boolean yielded) {
        if (!yielded || (works && !asksForTime)) {
            slices = 0;
            askedForTime = false;
            known = false;
            return;
        }
        slices += steps >= STEPS ? LONG : 1;
        askedForTime |= asksForTime;
    }

    /** Whether {@code threads} threads have done nothing else for long. */
    boolean isAll(int threads) {
        return slices > (known ? LONG : LIMIT) * (long) threads;
    }

    boolean asksForTime() {
        return askedForTime;
    }

    /** Time has passed for it: if it goes on, it need not be watched for long again. */
    void begins() {
        slices = 0;
        known = true;
    }
}
