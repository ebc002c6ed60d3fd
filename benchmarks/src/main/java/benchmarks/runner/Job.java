package benchmarks.runner;

import benchmarks.python.Python;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * One row of the result: a benchmark with a value for each of its parameters.
 *
 * @param parameters in alphabetical order
 */
record Job(BenchmarkListEntry benchmark, Map<String, String> parameters) {
    private static final double MAX_SIZE_RATIO = 1000;

    /** Parameters that limit how much happens at once: a larger one does not make a call longer. */
    private static final Set<String> LIMITS = Set.of("capacity", "limit", "permits");

    Job {
        parameters = new TreeMap<>(parameters);
    }

    /** Such as {@code GreetBenchmark.virtualThreads guests=1000}. */
    String name() {
        return typeName() + "." + method()
                + parameters.entrySet().stream()
                        .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining());
    }

    /** The simple name of the class, such as {@code GreetBenchmark}. */
    String typeName() {
        return benchmark.getUserClassQName().replaceFirst(".*\\.", "");
    }

    String method() {
        return benchmark.getUsername().replaceFirst(".*\\.", "");
    }

    /** @param parameter such as {@code guests=1000} */
    boolean hasParameter(String parameter) {
        return parameters.entrySet().stream()
                .anyMatch(entry -> parameter.equals(entry.getKey() + "=" + entry.getValue()));
    }

    /** The part of Python that it needs. */
    Python python() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.contains("aiohttp")
                ? Python.WITH_AIOHTTP
                : name.contains("asyncio") ? Python.WITHOUT_AIOHTTP : Python.NONE;
    }

    /** The product of the numbers among its parameters, without limits. */
    double size() {
        return parameters.entrySet().stream()
                .filter(parameter -> !LIMITS.contains(parameter.getKey()) && isNumber(parameter.getValue()))
                .mapToDouble(parameter -> Double.parseDouble(parameter.getValue()))
                .filter(number -> number > 0)
                .reduce(1, (one, other) -> one * other);
    }

    /** Whether both measure the same, except for the size. */
    boolean differsInSizeOnly(Job other) {
        return benchmark.getUsername().equals(other.benchmark.getUsername())
                && benchmark.getMode() == other.benchmark.getMode()
                && words().equals(other.words());
    }

    private Map<String, String> words() {
        return parameters.entrySet().stream()
                .filter(parameter -> !isNumber(parameter.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How long a call takes, if its time grows in proportion to the size: an upper limit, when tasks overlap. Empty
     * when the sizes are too far apart for an estimate.
     */
    OptionalDouble secondsFrom(Job smaller, double secondsOfSmaller) {
        return differsInSizeOnly(smaller) && smaller.size() <= size() && size() <= MAX_SIZE_RATIO * smaller.size()
                ? OptionalDouble.of(secondsOfSmaller * size() / smaller.size())
                : OptionalDouble.empty();
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,15}(\\.\\d{1,15})?");
    }
}
