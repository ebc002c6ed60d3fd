package migrating.real;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import migrating.sources.Drive;
import migrating.sources.Shop;

/**
 * Measures reports on real sources, all steps in turn, and prints the best and the median time of each: with sources
 * that wait, with two shops and no latencies, and with files whose decoding computes.
 */
final class MeasuredSteps {

    private static final int CONNECTIONS = 10;
    private static final int SHOPS = 40;

    private MeasuredSteps() {}

    static void main() throws Exception {
        try (var waiting = new RealSources(SHOPS, CONNECTIONS, Latencies.TENTH)) {
            print("sources wait", 10, waiting);
        }
        try (var few = new RealSources(2, CONNECTIONS, Latencies.NONE)) {
            print("few operations", 300, few);
        }
        List<Shop> shops = Shop.first(SHOPS);
        try (var computing = new RealSources(shops, CONNECTIONS, Latencies.NONE, computing())) {
            print("sources compute", 20, computing);
        }
    }

    /** About two milliseconds of computing per file. */
    private static Drive computing() {
        return () -> {
            long sum = LongStream.range(0, 1_000_000)
                    .map(number -> number * number % 7)
                    .sum();
            if (sum < 0) {
                throw new IllegalStateException("so that the JVM cannot leave out the loop");
            }
        };
    }

    private static void print(String title, int rounds, RealSources sources) throws Exception {
        Map<Step, long[]> nanos = new EnumMap<>(Step.class);
        for (int round = -2; round < rounds; round++) {
            for (Step step : Step.values()) {
                long start = System.nanoTime();
                RealSourcesTest.lines(step.version(CONNECTIONS), sources);
                long time = System.nanoTime() - start;
                if (round >= 0) {
                    nanos.computeIfAbsent(step, first -> new long[rounds])[round] = time;
                }
            }
        }
        IO.println(title);
        nanos.forEach(MeasuredSteps::print);
    }

    private static void print(Step step, long... nanos) {
        Arrays.sort(nanos);
        IO.println(String.format(
                Locale.ROOT,
                "%-18s best %.1f ms, median %.1f ms",
                step,
                millis(nanos[0]),
                millis(nanos[nanos.length / 2])));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
