package interleave.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The result of one benchmark with one value for each of its parameters.
 *
 * @param type the simple name of the class, without "Benchmark"
 * @param secondary the additional metrics, by name
 */
record Row(String type, String method, Map<String, String> parameters, Metric metric, Map<String, Metric> secondary) {

    /** The metrics that are bytes, by name; empty if it measures only time. */
    Map<String, Metric> memory() {
        var memory = new LinkedHashMap<String, Metric>();
        secondary.forEach((name, metric) -> {
            if (name.toLowerCase(Locale.ROOT).contains("bytes")) {
                memory.put(name, new Metric(metric.score(), metric.error(), "B", metric.forks()));
            }
        });
        return memory;
    }
}
