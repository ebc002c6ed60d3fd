package webserver;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Runs the load generator in its own process, for {@link MeasuredConnections}. It prints one line of numbers. */
final class LoadClients {
    private LoadClients() {}

    static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Duration period = Duration.ofMillis(Long.parseLong(arguments[3]));
        Duration patience = Duration.ofMillis(Long.parseLong(arguments[4]));
        LoadGenerator.Result result = new LoadGenerator(connections, rounds, period, patience).run(port);
        IO.println(String.format(
                Locale.ROOT,
                "%d %d %d %d %.1f %.1f %.1f %.2f %.2f",
                result.connected(),
                result.refused(),
                result.sent(),
                result.latencies().length,
                mean(result.latencies()),
                percentile(result.latencies(), 99),
                percentile(result.latencies(), 100),
                percentile(result.delays(), 99),
                percentile(result.delays(), 100)));
    }

    /** In milliseconds. */
    private static double mean(long[] nanos) {
        return Arrays.stream(nanos).average().orElse(Double.NaN) / 1e6;
    }

    /** In milliseconds: the smallest of the sorted values that at least {@code percent} % of them do not exceed. */
    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)] / 1e6;
    }
}
