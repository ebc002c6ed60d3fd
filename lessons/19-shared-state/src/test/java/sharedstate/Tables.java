package sharedstate;

import interleave.virtualtime.VirtualTime;

/** Prints a losing schedule of each mistake, and how many of 1,000 schedules show it. The page has the results. */
final class Tables {
    private static final int SEEDS = 1_000;

    private Tables() {}

    static void main() {
        for (Mistake mistake : Mistake.values()) {
            IO.println(mistake + ": wrong under " + losing(mistake) + " of " + SEEDS + " schedules");
            IO.println(mistake.header());
            LosingSchedule.firstOf(mistake).rows().forEach(IO::println);
        }
    }

    private static int losing(Mistake mistake) {
        int losing = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            if (isWrong(mistake, seed)) {
                losing++;
            }
        }
        return losing;
    }

    private static boolean isWrong(Mistake mistake, long seed) {
        try {
            new VirtualTime().seed(seed).start(mistake.program());
            return false;
        } catch (Exception | AssertionError wrong) {
            return true;
        }
    }
}
