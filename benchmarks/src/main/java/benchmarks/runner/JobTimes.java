package benchmarks.runner;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/** How many JVMs a job gets, and how many iterations of which duration. */
record JobTimes(int forks, int warmups, TimeValue warmup, int measurements, TimeValue measurement) {

    /** How long a JVM takes to start, connect, set up a benchmark and end. */
    static final double START_SECONDS = 1.1;
    /** In a quick run. With five measurements the interval would be twice as wide. */
    static final int QUICK_MEASUREMENTS = 8;

    /** Those of the benchmark's annotations, and JMH's defaults for the rest. */
    static JobTimes annotated(BenchmarkListEntry benchmark) {
        return new JobTimes(
                benchmark.getForks().orElse(Defaults.MEASUREMENT_FORKS),
                benchmark.getWarmupIterations().orElse(Defaults.WARMUP_ITERATIONS),
                benchmark.getWarmupTime().orElse(Defaults.WARMUP_TIME),
                benchmark.getMeasurementIterations().orElse(Defaults.MEASUREMENT_ITERATIONS),
                benchmark.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME));
    }

    /** One JVM that ends in about this time. */
    static JobTimes within(double seconds) {
        double left = Math.max(0.5, seconds - START_SECONDS);
        return new JobTimes(
                1, 1, milliseconds(left * 0.4), QUICK_MEASUREMENTS, milliseconds(left * 0.6 / QUICK_MEASUREMENTS));
    }

    private static TimeValue milliseconds(double seconds) {
        return new TimeValue(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
    }

    /** Whether only the first call of a JVM is measured, so that there must not be another one. */
    boolean isOneCallAJvm() {
        return warmups == 0 && measurements == 1;
    }

    JobTimes full() {
        if (isOneCallAJvm()) {
            return new JobTimes(2 * forks, warmups, warmup, measurements, measurement);
        }
        return new JobTimes(Math.max(5, forks), 2 * warmups, warmup, 2 * measurements, measurement);
    }

    /** With the options of the command line, which take precedence. */
    JobTimes with(Options options) {
        return new JobTimes(
                options.getForkCount().orElse(forks),
                options.getWarmupIterations().orElse(warmups),
                options.getWarmupTime().orElse(warmup),
                options.getMeasurementIterations().orElse(measurements),
                options.getMeasurementTime().orElse(measurement));
    }

    int iterations() {
        return Math.max(1, forks) * (warmups + measurements);
    }

    /**
     * The time of the job, when a call takes this long: an iteration ends after the last call that has begun in time.
     */
    double seconds(double secondsOfACall) {
        double once = warmups * Math.max(seconds(warmup), secondsOfACall)
                + measurements * Math.max(seconds(measurement), secondsOfACall);
        return Math.max(1, forks) * (START_SECONDS + once);
    }

    private static double seconds(TimeValue time) {
        return time.convertTo(TimeUnit.MICROSECONDS) / 1e6;
    }

    void writeTo(ChainedOptionsBuilder options) {
        options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(warmup)
                .measurementIterations(measurements)
                .measurementTime(measurement);
    }
}
