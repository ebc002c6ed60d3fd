package benchmarks.http;

import java.time.Duration;
import java.util.Locale;

/**
 * The work of a server with one thread.
 *
 * @param answered the number of requests
 * @param busy the processor time of its thread
 * @param late the sum of the delays of its answers beyond their latency
 */
record ServerLoad(long answered, Duration busy, Duration late) {
    /** The share of the time beyond the latency from which on the server is the bottleneck. */
    private static final double BUSY = 0.8;
    /** When a batch takes less than this share of its latency more, there is no bottleneck. */
    private static final double LITTLE = 0.1;

    /** The resolution of a process's processor time. */
    private static final Duration STEP = Duration.ofMillis(16);

    /** The work after {@code before}. */
    ServerLoad since(ServerLoad before) {
        return new ServerLoad(answered - before.answered, busy.minus(before.busy), late.minus(before.late));
    }

    /**
     * Fails when the server was the bottleneck: its thread computed more than the whole client, or for most of the time
     * beyond the latency. Late answers prove nothing: a client that takes all processors makes any server late.
     *
     * @param took from the first request to the last answer
     * @param latency the part of it that the requests only wait
     * @param client the processor time of the client
     */
    void checkNotTheBottleneck(Duration took, Duration latency, Duration client) {
        double beyond = took.minus(latency).toNanos();
        boolean slow = busy.compareTo(client.plus(STEP)) > 0 || busy.toNanos() > BUSY * beyond;
        if (slow && beyond > LITTLE * latency.toNanos()) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "The server is the bottleneck: %,d requests took %.0f ms beyond their latency. Its thread computed"
                        + " for %.0f ms, the client for %.0f ms, and answers were %.1f ms late on average. Use fewer"
                        + " requests or a longer latency.",
                    answered,
                    beyond / 1e6,
                    busy.toNanos() / 1e6,
                    client.toNanos() / 1e6,
                    late.toNanos() / 1e6 / answered));
        }
    }
}
