package benchmarks.runner;

import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The options after {@code --}. Their patterns choose the jobs of the plan. They are hidden from JMH, which runs one
 * job at a time and would otherwise add every match to each job.
 */
final class JmhOptions extends CommandLineOptions {
    private static final long serialVersionUID = 1;

    JmhOptions(String... arguments) throws CommandLineOptionException {
        super(arguments);
    }

    boolean hasPatterns() {
        return !super.getIncludes().isEmpty();
    }

    boolean chooses(BenchmarkListEntry benchmark) {
        return (!hasPatterns() || matchesOneOf(super.getIncludes(), benchmark))
                && !matchesOneOf(super.getExcludes(), benchmark);
    }

    private static boolean matchesOneOf(List<String> patterns, BenchmarkListEntry benchmark) {
        return patterns.stream()
                .anyMatch(pattern -> Pattern.compile(pattern)
                        .matcher(benchmark.getUsername())
                        .find());
    }

    @Override
    public List<String> getIncludes() {
        return List.of();
    }

    @Override
    public List<String> getExcludes() {
        return List.of();
    }
}
