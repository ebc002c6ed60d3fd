package benchmarks.runner;

import benchmarks.Python;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * One row of the result: a benchmark with a value for each of its parameters.
 *
 * @param parameters in alphabetical order
 */
record Job(BenchmarkListEntry benchmark, Map<String, String> parameters) {
    private static final double FAR = 1000;

    Job {
        parameters = new TreeMap<>(parameters);
    }

    /** Such as {@code GreetBenchmark.virtualThreads guests=1000}. */
    String name() {
        String method = benchmark.getUsername().replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
        return parameters.isEmpty()
                ? method
                : method
                        + parameters.entrySet().stream()
                                .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
                                .collect(Collectors.joining());
    }

    /** The least there must be of it. */
    Python python() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.contains("aiohttp")
                ? Python.WITH_AIOHTTP
                : name.contains("asyncio") ? Python.WITHOUT_AIOHTTP : Python.NONE;
    }

    /** What grows from one job of a benchmark to the next: the product of its numbers. */
    double size() {
        return parameters.values().stream()
                .filter(Job::isNumber)
                .mapToDouble(Double::parseDouble)
                .filter(number -> number > 0)
                .reduce(1, (one, other) -> one * other);
    }

    /** Whether both measure the same, but for the size. */
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
     * How long a call may take, if it takes longer in proportion to the size: an upper limit, when tasks overlap. From
     * far away it would say nothing.
     */
    OptionalDouble secondsFrom(Job smaller, double secondsOfSmaller) {
        return differsInSizeOnly(smaller) && smaller.size() <= size() && size() <= FAR * smaller.size()
                ? OptionalDouble.of(secondsOfSmaller * size() / smaller.size())
                : OptionalDouble.empty();
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,15}(\\.\\d{1,15})?");
    }
}
