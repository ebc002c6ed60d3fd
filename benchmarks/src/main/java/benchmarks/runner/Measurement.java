package benchmarks.runner;

import benchmarks.profiler.MemoryProfiler;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Utils;

/** Measures the jobs of a plan one after the other. */
final class Measurement {
    private static final String TOO_LONG = "a call takes too long for a quick run";
    private static final int MILLIS_UNTIL_SHUTDOWN = 200;

    private final Plan plan;
    private final Progress progress;
    private final ResultFile resultFile;
    private final Events events;
    private final PrintStream log;
    private volatile boolean shuttingDown;
    private final long begin = System.nanoTime();
    private final List<RunResult> results = new ArrayList<>();

    Measurement(Plan plan, ResultFile resultFile, Events events, PrintStream log) {
        this.plan = plan;
        this.progress = new Progress(plan);
        this.resultFile = resultFile;
        this.events = events;
        this.log = log;
    }

    Collection<RunResult> results() {
        return results;
    }

    /** Called when Ctrl-C ends the process: a JVM that ends from now on has not failed. */
    void shutDown() {
        shuttingDown = true;
    }

    void measureAll() throws IOException, InterruptedException {
        int number = 0;
        for (Job job : plan.jobs()) {
            number++;
            events.send("job", number, job.name(), progress.secondsLeft(0, 0));
            measureUnlessTooLong(
                    job, (plan.deadlineSeconds() - seconds()) / (plan.jobs().size() - number + 1));
        }
        events.send("end");
    }

    private void measureUnlessTooLong(Job job, double share) throws IOException, InterruptedException {
        double estimate = progress.estimate(job);
        if ((plan.speed() == Speed.QUICK && estimate > Plan.MAX_QUICK_ESTIMATE)
                || progress.isLargerThanOneThatTookTooLong(job)) {
            excludeTooLong(job);
        } else if (seconds() + estimate > plan.deadlineSeconds()) {
            progress.began(job);
            events.excluded(new Exclusion(job.name(), "the three minutes were over"));
        } else {
            measure(job, plan.times(job, share), estimate);
        }
    }

    private void excludeTooLong(Job job) {
        progress.tookTooLong(job);
        events.excluded(new Exclusion(job.name(), TOO_LONG));
    }

    private void measure(Job job, JobTimes times, double estimate) throws IOException, InterruptedException {
        progress.began(job);
        double start = seconds();
        var counter = new StepCounter(
                times.iterations(), log, part -> events.send("step", part, progress.secondsLeft(estimate, part)));
        try (var watchdog = new Watchdog(plan)) {
            try {
                Collection<RunResult> found = new Runner(options(job, times), counter).run();
                results.addAll(found);
                found.stream()
                        .mapToDouble(Measurement::secondsOfACall)
                        .filter(Double::isFinite)
                        .max()
                        .ifPresent(call -> progress.ended(job, estimate, seconds() - start, call));
                resultFile.write(results);
                events.send("done", job.name());
            } catch (RunnerException failed) {
                if (watchdog.hasStoppedTheJob()) {
                    excludeTooLong(job);
                } else if (!isShuttingDown()) {
                    log.println(Utils.throwableToString(failed));
                    events.send("failed", job.name(), reason(failed));
                }
            }
        }
    }

    /** Ctrl-C ends the measured JVM a moment before this one. */
    private boolean isShuttingDown() throws InterruptedException {
        Thread.sleep(MILLIS_UNTIL_SHUTDOWN);
        return shuttingDown;
    }

    private Options options(Job job, JobTimes times) {
        var options = new OptionsBuilder()
                .parent(plan.options())
                .include("^" + Pattern.quote(job.benchmark().getUsername()) + "$")
                .shouldFailOnError(true)
                .addProfiler(MemoryProfiler.class);
        if (plan.options().getBenchModes().isEmpty()) {
            options.mode(job.benchmark().getMode());
        }
        job.parameters().forEach(options::param);
        times.writeTo(options);
        return options.build();
    }

    /** The shortest, because a disturbed measurement must not exclude larger sizes. */
    private static double secondsOfACall(RunResult result) {
        var parameters = result.getParams();
        var statistics = result.getPrimaryResult().getStatistics();
        double perOperation = parameters.getMode() == Mode.Throughput ? 1 / statistics.getMax() : statistics.getMin();
        return perOperation
                * parameters.getOpsPerInvocation()
                * parameters.getTimeUnit().toNanos(1)
                / 1e9;
    }

    /** The benchmark's own message, without the exceptions that JMH has wrapped around it. */
    static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null || reason.getSuppressed().length > 0) {
            reason = reason.getSuppressed().length > 0 ? reason.getSuppressed()[0] : reason.getCause();
        }
        String name = reason.getClass().getSimpleName();
        return reason.getMessage() == null
                ? name
                : reason instanceof IllegalStateException || reason instanceof AssertionError
                        ? reason.getMessage()
                        : name + ": " + reason.getMessage();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
