package benchmarks.chatserver;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * The processor time of a chat.
 *
 * @param elapsed the time that has passed
 * @param clients the processor time of the clients' thread
 * @param server the processor time of the server's process
 */
record ChatProcessorTime(Duration elapsed, Duration clients, Duration server) {
    /** A thread that computes for a larger share of the time than this never waits. */
    private static final double BUSY = 0.95;

    /** Until now; the calling thread is that of the clients. */
    static ChatProcessorTime now(ChatServerProcess server) {
        return new ChatProcessorTime(
                Duration.ofNanos(System.nanoTime()),
                Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()),
                server.processorTime());
    }

    /** The time after {@code before}. */
    ChatProcessorTime since(ChatProcessorTime before) {
        return new ChatProcessorTime(
                elapsed.minus(before.elapsed), clients.minus(before.clients), server.minus(before.server));
    }

    /** Fails when the clients were the bottleneck: they never waited, and the server did. */
    void checkClientsNotTheBottleneck() {
        double busy = (double) clients.toNanos() / elapsed.toNanos();
        if (busy > BUSY && clients.compareTo(server) > 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "The clients are the bottleneck: in %,d ms their thread computed for %,d ms, the server for %,d ms",
                    elapsed.toMillis(),
                    clients.toMillis(),
                    server.toMillis()));
        }
    }
}
