package blockingtheloop;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the versions that compute, in turn, and prints the best and the median time of each: on a busy machine, the
 * best time is that of a moment at which the cores were free. The benchmark of the lesson measures means.
 */
final class MeasuredComputing {

    private static final int ROUNDS = 500;

    private MeasuredComputing() {}

    static void main() throws Exception {
        Map<String, PrimeCounter> versions = new LinkedHashMap<>();
        versions.put("sequential", new Sequential());
        versions.put("event loop", new WithEventLoop());
        versions.put("pool of 1", new WithThreadPool(1));
        versions.put("pool of 2", new WithThreadPool(2));
        versions.put("pool of 4", new WithThreadPool(4));
        versions.put("virtual threads", new WithVirtualThreads());
        versions.put("parallel stream", new WithParallelStream());
        Map<String, long[]> times = new LinkedHashMap<>();
        versions.keySet().forEach(name -> times.put(name, new long[ROUNDS]));
        for (int round = -100; round < ROUNDS; round++) {
            for (var version : versions.entrySet()) {
                long start = System.nanoTime();
                version.getValue().count(Collections.nCopies(8, 60_000));
                if (round >= 0) {
                    times.get(version.getKey())[round] = System.nanoTime() - start;
                }
            }
        }
        times.forEach(MeasuredComputing::print);
    }

    private static void print(String name, long... nanos) {
        Arrays.sort(nanos);
        IO.println(String.format(
                Locale.ROOT, "%-16s best %.2f ms, median %.2f ms", name, nanos[0] / 1e6, nanos[ROUNDS / 2] / 1e6));
    }
}
