package interleave.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The result of one benchmark with one value for each of its parameters.
 *
 * @param type the simple name of the class, without "Benchmark"
 * @param secondary the additional metrics, by name
 * @param profiles the text of profilers that measure no number, such as {@code -prof stack}, by the name of the
 *     profiler
 */
record Row(
        String type,
        String method,
        Map<String, String> parameters,
        Metric metric,
        Map<String, Metric> secondary,
        Map<String, String> profiles) {

    /** The metrics that the benchmark itself measures in bytes, by name; empty if it measures only time. */
    Map<String, Metric> memory() {
        var memory = new LinkedHashMap<String, Metric>();
        secondary.forEach((name, metric) -> {
            if (isMemory(name)) {
                memory.put(name, new Metric(metric.score(), metric.error(), "B", metric.forks()));
            }
        });
        return memory;
    }

    /** The numbers of JMH's profilers, such as {@code gc.alloc.rate.norm} of {@code -prof gc}, by name. */
    Map<String, Metric> profiled() {
        var profiled = new LinkedHashMap<String, Metric>();
        secondary.forEach((name, metric) -> {
            if (!isMemory(name) && Double.isFinite(metric.score())) {
                profiled.put(name, metric);
            }
        });
        return profiled;
    }

    private static boolean isMemory(String name) {
        return name.toLowerCase(Locale.ROOT).contains("bytes");
    }
}
