package sensors;

/** What happens to ticks that could not begin when they were due. The names come from Tokio, a library for Rust. */
public enum MissedTicks {

    /**
     * All missed ticks happen as soon as possible, one directly after the other. Java's scheduleAtFixedRate does this.
     */
    BURST {
        @Override
        long next(long due, long now, long period) {
            return due + period;
        }

        @Override
        long missed(long due, long now, long period) {
            return 0; // each of them happens, although late
        }
    },

    /** The next tick is due a whole period after the late one, so all later ticks are shifted. */
    DELAY {
        @Override
        long next(long due, long now, long period) {
            return now + period;
        }
    },

    /** The late tick happens, and the next one is due at the next moment of the grid. */
    SKIP {
        @Override
        long next(long due, long now, long period) {
            return due + (missed(due, now, period) + 1) * period;
        }
    };

    /** When the next tick is due, if the tick that was due at {@code due} happens now. */
    abstract long next(long due, long now, long period);

    /** How many further ticks have been due since {@code due}, and will never happen. */
    long missed(long due, long now, long period) {
        return (now - due) / period;
    }
}
