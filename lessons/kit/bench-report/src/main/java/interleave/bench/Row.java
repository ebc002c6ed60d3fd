package interleave.bench;

import java.util.Map;

/**
 * One benchmark with one value for each of its parameters.
 *
 * @param type the class's name without package and "Benchmark"
 * @param secondary what else was measured, by name
 */
record Row(String type, String method, Map<String, String> parameters, Metric metric, Map<String, Metric> secondary) {}
