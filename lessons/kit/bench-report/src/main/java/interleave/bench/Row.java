package interleave.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One benchmark with one value for each of its parameters.
 *
 * @param type the class's name without package and "Benchmark"
 * @param secondary what else was measured, by name
 */
record Row(String type, String method, Map<String, String> parameters, Metric metric, Map<String, Metric> secondary) {

    /** What of it is bytes, by name; empty when it measures nothing but time. */
    Map<String, Metric> weights() {
        var weights = new LinkedHashMap<String, Metric>();
        secondary.forEach((name, metric) -> {
            if (name.toLowerCase(Locale.ROOT).contains("bytes")) {
                weights.put(name, new Metric(metric.score(), metric.error(), "B", metric.forks()));
            }
        });
        return weights;
    }
}
