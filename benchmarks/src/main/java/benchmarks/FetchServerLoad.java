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

    /** Systems count the processor time of a process in steps of up to this. */
    private static final Duration STEP = Duration.ofMillis(16);

    /** What was done after {@code before}. */
    FetchServerLoad since(FetchServerLoad before) {
        return new FetchServerLoad(answered - before.answered, busy.minus(before.busy), late.minus(before.late));
    }

    /**
     * Fails when the number that was measured is the server's own: when its one thread computed more than the whole
     * client, or for nearly all the time that is not latency. Late answers alone prove nothing: a client that takes all
     * processors makes any server late.
     *
     * @param took from the first request to the last answer
     * @param latency the part of it in which all there is to do is wait
     * @param client the processor time of the client
     */
    void checkThatTheServerWasNotTheBottleneck(Duration took, Duration latency, Duration client) {
        double beyond = took.minus(latency).toNanos();
        boolean slow = busy.compareTo(client.plus(STEP)) > 0 || busy.toNanos() > BUSY * beyond;
        if (slow && beyond > LITTLE * latency.toNanos()) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "the server is the bottleneck: %,d requests took %.0f ms beyond their latency, and of these its "
                            + "thread computed for %.0f ms, the client for %.0f ms (answers were %.1f ms late on "
                            + "average); fewer requests, or a longer latency, would measure the client",
                    answered,
                    beyond / 1e6,
                    busy.toNanos() / 1e6,
                    client.toNanos() / 1e6,
                    late.toNanos() / 1e6 / answered));
        }
    }
}
