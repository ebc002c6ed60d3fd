package benchmarks.runner;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/** How many JVMs a job gets, and how many iterations of which length. */
record Times(int forks, int warmups, TimeValue warmup, int measurements, TimeValue measurement) {

    /** What a JVM takes to start, to connect, to set a benchmark up and to end. */
    static final double START_SECONDS = 1.1;
    /** In a quick run. Of five measurements the interval would be twice as wide. */
    static final int QUICK_MEASUREMENTS = 8;

    /** As the benchmark's annotations say, and where they say nothing as JMH does. */
    static Times annotated(BenchmarkListEntry benchmark) {
        return new Times(
                benchmark.getForks().orElse(Defaults.MEASUREMENT_FORKS),
                benchmark.getWarmupIterations().orElse(Defaults.WARMUP_ITERATIONS),
                benchmark.getWarmupTime().orElse(Defaults.WARMUP_TIME),
                benchmark.getMeasurementIterations().orElse(Defaults.MEASUREMENT_ITERATIONS),
                benchmark.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME));
    }

    /** One JVM that ends in about this time. */
    static Times within(double seconds) {
        double left = Math.max(0.5, seconds - START_SECONDS);
        return new Times(
                1, 1, milliseconds(left * 0.4), QUICK_MEASUREMENTS, milliseconds(left * 0.6 / QUICK_MEASUREMENTS));
    }

    private static TimeValue milliseconds(double seconds) {
        return new TimeValue(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
    }

    /** Then what is measured is a JVM's first call, and more of the same JVM would be something else. */
    boolean isOneCallAJvm() {
        return warmups == 0 && measurements == 1;
    }

    Times forAllTheTimeInTheWorld() {
        if (isOneCallAJvm()) {
            return new Times(2 * forks, warmups, warmup, measurements, measurement);
        }
        return new Times(Math.max(5, forks), 2 * warmups, warmup, 2 * measurements, measurement);
    }

    /** What was asked for on the command line goes before. */
    Times unless(Options asked) {
        return new Times(
                asked.getForkCount().orElse(forks),
                asked.getWarmupIterations().orElse(warmups),
                asked.getWarmupTime().orElse(warmup),
                asked.getMeasurementIterations().orElse(measurements),
                asked.getMeasurementTime().orElse(measurement));
    }

    int iterations() {
        return Math.max(1, forks) * (warmups + measurements);
    }

    /** When a call takes this long: an iteration ends with the call that is running when its time is over. */
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
