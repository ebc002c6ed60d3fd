package benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * Who computed how long.
 *
 * @param time that has passed
 * @param crowd the processor time of the clients' one thread
 * @param server the processor time of the server's process
 */
record ChatLoad(Duration time, Duration crowd, Duration server) {
    /** Whoever computes for more of the time than this has no time left to wait. */
    private static final double BUSY = 0.95;

    /** Until now, for the calling thread as the crowd. */
    static ChatLoad now(ChatServerProcess server) {
        return new ChatLoad(
                Duration.ofNanos(System.nanoTime()),
                Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()),
                server.computed());
    }

    /** What was computed after {@code before}. */
    ChatLoad since(ChatLoad before) {
        return new ChatLoad(time.minus(before.time), crowd.minus(before.crowd), server.minus(before.server));
    }

    double crowdBusy() {
        return (double) crowd.toNanos() / time.toNanos();
    }

    /** Fails when the number that was measured is that of the clients: they never waited, and the server did. */
    void checkThatTheCrowdWasNotTheBottleneck() {
        if (crowdBusy() > BUSY && crowd.compareTo(server) > 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "the clients are the bottleneck: of %,d ms their thread computed for %,d ms, the server for %,d ms",
                    time.toMillis(),
                    crowd.toMillis(),
                    server.toMillis()));
        }
    }
}
