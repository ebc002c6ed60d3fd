package sharedstate.visibility;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each of two gates raises its flag, and then reads the flag of the other. Can both find the other's flag down? */
public final class Reordering {
    private Reordering() {}

    /** Under every schedule, at least one gate sees the other. A processor may delay the writes. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "At least one gate sees the other.")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Neither sees the other.")
    @State
    public static class Plain {
        private int north;
        private int south;

        @Actor
        public void north(II_Result result) {
            north = 1;
            result.r1 = south;
        }

        @Actor
        public void south(II_Result result) {
            south = 1;
            result.r2 = north;
        }
    }

    /** Reads and writes of volatile fields are never reordered with each other. */
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "At least one gate sees the other.")
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Neither sees the other.")
    @State
    public static class Volatile {
        private volatile int north;
        private volatile int south;

        @Actor
        public void north(II_Result result) {
            north = 1;
            result.r1 = south;
        }

        @Actor
        public void south(II_Result result) {
            south = 1;
            result.r2 = north;
        }
    }
}
