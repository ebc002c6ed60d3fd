package benchmarks.runner;

import benchmarks.Python;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * What is measured, in which order, in which time; and what a quick run leaves out.
 *
 * @param deadlineSeconds when a quick run begins nothing more; no other run has one
 */
record Plan(Speed speed, JmhOptions asked, List<Job> jobs, List<Cut> cuts, double deadlineSeconds) {
    /** What is planned: three minutes, less a fifth for calls that take longer than their iteration. */
    private static final double QUICK_SECONDS = 140;
    /** When nothing more is begun: three minutes, less what the course itself takes and the last job may. */
    static final double QUICK_DEADLINE = 162;
    /** Of a class that measures one lesson only: more would not be quick. */
    private static final double MOST_FOR_A_QUICK_JOB = 5;

    private static final double LEAST_FOR_A_QUICK_JOB = Times.START_SECONDS + 0.5;
    /** A job that would take longer is cut, for the others' sake. */
    static final double LONGEST_QUICK_JOB = 12;
    /** A job that does take longer is ended. */
    static final double PATIENCE_WITH_A_QUICK_JOB = 15;

    /**
     * Those of the benchmarks that match one of the patterns, each with all values of its parameters.
     *
     * @param python what there is of it, for asyncio and aiohttp
     */
    static Plan of(Speed speed, JmhOptions asked, Set<BenchmarkListEntry> benchmarks, Python python) {
        List<Job> chosenJobs = benchmarks.stream()
                .filter(asked::choose)
                .flatMap(benchmark -> jobs(benchmark, asked))
                .toList();
        List<Job> all = chosenJobs.stream()
                .filter(job -> job.python().compareTo(python) <= 0)
                .toList();
        var cuts = new ArrayList<Cut>();
        chosenJobs.stream()
                .filter(job -> !all.contains(job))
                .map(job -> missing(python))
                .distinct()
                .forEach(cuts::add);
        if (speed != Speed.QUICK) {
            return new Plan(speed, asked, all, cuts, Double.POSITIVE_INFINITY);
        }
        boolean chosen = asked.hasPatterns();
        if (!chosen) {
            all.stream().map(QuickCuts::of).flatMap(Optional::stream).distinct().forEach(cuts::add);
        }
        // Small sizes first: should time run out, every lesson has been looked at.
        List<Job> inQuick = all.stream()
                .filter(job -> chosen || QuickCuts.of(job).isEmpty())
                .toList();
        List<Job> kept = inQuick.stream()
                .sorted(Comparator.comparingInt(job -> rank(job, inQuick)))
                .toList();
        int most = (int) (QUICK_SECONDS / LEAST_FOR_A_QUICK_JOB);
        kept.stream()
                .skip(most)
                .map(job -> new Cut(job.name(), "three minutes are not enough for all"))
                .forEach(cuts::add);
        return new Plan(speed, asked, kept.stream().limit(most).toList(), cuts, QUICK_DEADLINE);
    }

    private static Cut missing(Python python) {
        return python == Python.NONE
                ? new Cut("asyncio's versions", "there is no python3 of at least 3.8")
                : new Cut("aiohttp's rows", "python3 has no aiohttp (it comes with: python3 -m pip install aiohttp)");
    }

    private static int rank(Job job, List<Job> all) {
        return (int) all.stream()
                .filter(job::differsInSizeOnly)
                .filter(other -> other.size() < job.size())
                .count();
    }

    private static Stream<Job> jobs(BenchmarkListEntry benchmark, JmhOptions asked) {
        List<Map<String, String>> combinations = List.of(Map.of());
        Map<String, String[]> parameters = new TreeMap<>(benchmark.getParams().orElse(Map.of()));
        for (var parameter : parameters.entrySet()) {
            List<String> values =
                    List.copyOf(asked.getParameter(parameter.getKey()).orElse(List.of(parameter.getValue())));
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(value -> with(before, parameter.getKey(), value)))
                    .toList();
        }
        return combinations.stream().map(combination -> new Job(benchmark, combination));
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var more = new TreeMap<>(parameters);
        more.put(name, value);
        return more;
    }

    /** As planned before anything was measured. */
    Times times(Job job) {
        return times(job, QUICK_SECONDS / jobs.size());
    }

    /**
     * On a machine that is slower than expected a quick run measures all more shortly, rather than some not at all.
     *
     * @param seconds what there is for a quick job; no other one looks at it
     */
    Times times(Job job, double seconds) {
        Times annotated = Times.annotated(job.benchmark());
        Times planned = switch (speed) {
            case QUICK ->
                annotated.isOneCallAJvm()
                        ? annotated
                        : Times.within(Math.clamp(
                                Math.min(seconds, QUICK_SECONDS / jobs.size()),
                                LEAST_FOR_A_QUICK_JOB,
                                MOST_FOR_A_QUICK_JOB));
            case DEFAULT -> annotated;
            case FULL -> annotated.forAllTheTimeInTheWorld();
        };
        return planned.unless(asked);
    }

    /** Of the whole plan, as far as can be told before anything has been measured. */
    double seconds() {
        return jobs.stream().mapToDouble(job -> times(job).seconds(0)).sum();
    }
}
