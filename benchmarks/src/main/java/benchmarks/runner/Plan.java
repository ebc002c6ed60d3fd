package benchmarks.runner;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * The jobs of a run in order, the time of each, and what is left out.
 *
 * @param deadlineSeconds when a quick run starts no further job; infinite for any other run
 */
record Plan(Speed speed, JmhOptions options, List<Job> jobs, List<Exclusion> exclusions, double deadlineSeconds) {
    /** The planned time: three minutes, less a fifth for calls that take longer than their iteration. */
    private static final double QUICK_SECONDS = 140;
    /** The last start of a job: three minutes, less the time of the course itself and of the last job. */
    static final double QUICK_DEADLINE = 162;

    private static final double MAX_QUICK_JOB = 5;
    private static final double MIN_QUICK_JOB = JobTimes.START_SECONDS + 0.5;
    /** A job with a longer estimate is left out. */
    static final double MAX_QUICK_ESTIMATE = 12;
    /** A job that takes longer than its estimate is stopped. */
    static final double QUICK_JOB_TIMEOUT = 15;

    /**
     * The benchmarks that match the options, each with all values of its parameters.
     *
     * @param peers what this machine has for the rows of other languages
     */
    static Plan of(Speed speed, JmhOptions options, Set<BenchmarkListEntry> benchmarks, Peers peers) {
        List<Job> chosen = benchmarks.stream()
                .filter(options::chooses)
                .flatMap(benchmark -> jobs(benchmark, options))
                .toList();
        List<Job> possible = chosen.stream().filter(peers::canMeasure).toList();
        List<Exclusion> exclusions = peers.excluded(chosen);
        return speed == Speed.QUICK
                ? quick(options, possible, new QuickExclusions(benchmarks), exclusions)
                : new Plan(speed, options, possible, exclusions, Double.POSITIVE_INFINITY);
    }

    /** Jobs that are named on the command line are measured even if an annotation excludes them. */
    private static Plan quick(
            JmhOptions options, List<Job> possible, QuickExclusions annotated, List<Exclusion> exclusions) {
        List<Job> kept = options.hasPatterns()
                ? possible
                : possible.stream().filter(job -> !annotated.exclude(job)).toList();
        if (!options.hasPatterns()) {
            exclusions.addAll(annotated.of(possible));
        }
        List<Job> inOrder = smallSizesFirst(kept);
        int most = (int) (QUICK_SECONDS / MIN_QUICK_JOB);
        inOrder.stream()
                .skip(most)
                .map(job -> new Exclusion(job.name(), "three minutes are not enough for all"))
                .forEach(exclusions::add);
        return new Plan(Speed.QUICK, options, inOrder.stream().limit(most).toList(), exclusions, QUICK_DEADLINE);
    }

    /** If time runs out, every lesson has been measured at a small size. */
    private static List<Job> smallSizesFirst(List<Job> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparingLong(job -> rank(job, jobs)))
                .toList();
    }

    private static long rank(Job job, List<Job> all) {
        return all.stream()
                .filter(job::differsInSizeOnly)
                .filter(other -> other.size() < job.size())
                .count();
    }

    private static Stream<Job> jobs(BenchmarkListEntry benchmark, JmhOptions options) {
        List<Map<String, String>> combinations = List.of(Map.of());
        Map<String, String[]> parameters = new TreeMap<>(benchmark.getParams().orElse(Map.of()));
        for (var parameter : parameters.entrySet()) {
            List<String> values =
                    List.copyOf(options.getParameter(parameter.getKey()).orElse(List.of(parameter.getValue())));
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

    /** As planned before the run. */
    JobTimes times(Job job) {
        return times(job, QUICK_SECONDS / jobs.size());
    }

    /**
     * A quick run on a machine that is slower than expected measures every job for a shorter time, rather than leave
     * some out.
     *
     * @param seconds what is left for a quick job; other speeds ignore it
     */
    JobTimes times(Job job, double seconds) {
        JobTimes annotated = JobTimes.annotated(job.benchmark());
        JobTimes planned = switch (speed) {
            case QUICK -> annotated.isOneCallAJvm() ? annotated : JobTimes.within(quickSeconds(seconds));
            case DEFAULT -> annotated;
            case FULL -> annotated.full();
        };
        return planned.with(options);
    }

    private double quickSeconds(double left) {
        return Math.clamp(Math.min(left, QUICK_SECONDS / jobs.size()), MIN_QUICK_JOB, MAX_QUICK_JOB);
    }

    /** The estimate for the whole plan, before anything has been measured. */
    double seconds() {
        return jobs.stream().mapToDouble(job -> times(job).seconds(0)).sum();
    }
}
