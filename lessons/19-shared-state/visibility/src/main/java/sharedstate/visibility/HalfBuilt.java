package sharedstate.visibility;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** One thread creates an object, and another uses it. Does it see all fields? */
public final class HalfBuilt {
    private static final int NOTHING = -1;

    private HalfBuilt() {}

    /** Four fields, which the constructor sets to 1, so their sum is 4. */
    static class Ticket {
        int row;
        int seat;
        int gate;
        int price;

        Ticket(int one) {
            row = one;
            seat = one;
            gate = one;
            price = one;
        }

        int sum() {
            return row + seat + gate + price;
        }
    }

    /** Unsafe publication: nothing orders the fields before the reference. */
    @JCStressTest
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No ticket yet.")
    @Outcome(id = "4", expect = Expect.ACCEPTABLE, desc = "The whole ticket.")
    @Outcome(
            id = {"0", "1", "2", "3"},
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc = "A part of the ticket.")
    @State
    public static class PlainField {
        private int one = 1;
        private Ticket ticket;

        @Actor
        public void publish() {
            ticket = new Ticket(one);
        }

        @Actor
        public void read(I_Result result) {
            Ticket seen = ticket;
            result.r1 = seen == null ? NOTHING : seen.sum();
        }
    }

    /** Safe publication: the write of the volatile field happens before its read. */
    @JCStressTest
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "No ticket yet.")
    @Outcome(id = "4", expect = Expect.ACCEPTABLE, desc = "The whole ticket.")
    @Outcome(
            id = {"0", "1", "2", "3"},
            expect = Expect.FORBIDDEN,
            desc = "A part of the ticket.")
    @State
    public static class VolatileField {
        private int one = 1;
        private volatile Ticket ticket;

        @Actor
        public void publish() {
            ticket = new Ticket(one);
        }

        @Actor
        public void read(I_Result result) {
            Ticket seen = ticket;
            result.r1 = seen == null ? NOTHING : seen.sum();
        }
    }
}
