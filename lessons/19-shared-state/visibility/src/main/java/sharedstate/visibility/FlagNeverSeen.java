package sharedstate.visibility;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;

/** One thread waits in a loop until another sets a flag. Does it ever see the flag? */
public final class FlagNeverSeen {
    private FlagNeverSeen() {}

    /** The compiler may read the field once, before the loop. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The loop sees the flag, and ends.")
    @Outcome(id = "STALE", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The loop never sees the flag.")
    public static class Plain {
        private boolean closed;

        @Actor
        public void waitUntilClosed() {
            while (!closed) {}
        }

        @Signal
        public void close() {
            closed = true;
        }
    }

    /** A read of a volatile field sees the last write. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The loop sees the flag, and ends.")
    @Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "The loop never sees the flag.")
    public static class Volatile {
        private volatile boolean closed;

        @Actor
        public void waitUntilClosed() {
            while (!closed) {}
        }

        @Signal
        public void close() {
            closed = true;
        }
    }
}
