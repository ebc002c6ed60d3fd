package benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * What a server has done.
 *
 * @param answered how many requests
 * @param busy the processor time of its one thread
 * @param late how much later than due its answers were, all of them together
 */
record FetchServerLoad(long answered, Duration busy, Duration late) {
    /** From here on the time is the server's. */
    private static final double BUSY = 0.8;
    /** Where less than this is added to the latency, nobody is a bottleneck. */
    private static final double LITTLE = 0.1;

    /** What was done after {@code before}. */
    FetchServerLoad since(FetchServerLoad before) {
        return new FetchServerLoad(answered - before.answered, busy.minus(before.busy), late.minus(before.late));
    }

    /**
     * Fails when the number that was measured is the server's own. What a client needs beyond the latency it needs for
     * its work, for waiting for a processor, or for waiting for the server; when the server's thread was computing all that
     * while, it is the last. Late answers alone prove nothing: a client that takes all processors makes any server late.
     *
     * @param took from the first request to the last answer
     * @param latency the part of it in which all there is to do is wait
     */
    void checkThatTheServerWasNotTheBottleneck(Duration took, Duration latency) {
        double beyond = took.minus(latency).toNanos();
        double share = busy.toNanos() / beyond;
        if (beyond > LITTLE * latency.toNanos() && share > BUSY) {
            throw new IllegalStateException(String.format(Locale.ROOT,
                    "the server is the bottleneck: its thread was computing for %.0f %% of the time that %,d requests "
                            + "took beyond their latency (%.0f us a request, answers %.1f ms late on average), so this "
                            + "would measure the server and not the client",
                    Math.min(100, 100 * share), answered, busy.toNanos() / 1e3 / answered, late.toNanos() / 1e6
                            / answered));
        }
    }
}
