package sharedstate.visibility;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One thread writes a number, and then sets a flag. Can another see the flag, but not the number? */
public final class Message {
    private Message() {}

    /** Nothing orders the two writes, nor the two reads. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 42", "1, 42"},
            expect = Expect.ACCEPTABLE,
            desc = "A flag comes with its number.")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The flag without the number.")
    @State
    public static class Plain {
        private int number;
        private int ready;

        @Actor
        public void write() {
            number = 42;
            ready = 1;
        }

        @Actor
        public void read(II_Result result) {
            result.r1 = ready;
            result.r2 = number;
        }
    }

    /** The write of {@code ready} happens before the read that sees it, and so does everything before that write. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 42", "1, 42"},
            expect = Expect.ACCEPTABLE,
            desc = "A flag comes with its number.")
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "The flag without the number.")
    @State
    public static class Volatile {
        private int number;
        private volatile int ready;

        @Actor
        public void write() {
            number = 42;
            ready = 1;
        }

        @Actor
        public void read(II_Result result) {
            result.r1 = ready;
            result.r2 = number;
        }
    }
}
