package benchmarks.runner;

import benchmarks.Python;
import benchmarks.WaitingMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Utils;

/**
 * The process that {@code ./lesson bench} starts. Its standard output tells what happens, an event a line, fields
 * between tabs; all that JMH itself says goes to a log file. The result file is whole at every moment: whoever ends
 * this process keeps what was finished.
 */
public final class Run {
    private static final String TOO_LONG = "a call takes too long for a quick run";

    private final Plan plan;
    private final Progress progress;
    private final Path resultFile;
    private final PrintStream events;
    private final PrintStream log;
    private volatile boolean ending;
    private final long begin = System.nanoTime();
    private final List<RunResult> results = new ArrayList<>();
    /** Ends jobs that take too long for a quick run. */
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private Run(Plan plan, Path resultFile, PrintStream events, PrintStream log) {
        this.plan = plan;
        this.progress = new Progress(plan);
        this.resultFile = resultFile;
        this.events = events;
        this.log = log;
    }

    /**
     * Measures, or lists what would be measured.
     *
     * @param arguments {@code list} or {@code run}; the speed; a pattern for the names of benchmark classes; the result
     *     file; the log file; then JMH's own options
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        System.setProperty("jmh.ignoreLock", "true"); // JMH would lock for a job at a time: see below
        PrintStream events = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Speed speed = Speed.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        JmhOptions asked;
        try {
            asked = new JmhOptions(Arrays.copyOfRange(arguments, 5, arguments.length));
        } catch (CommandLineOptionException wrong) {
            event(events, "wrong", String.valueOf(wrong.getMessage()));
            return;
        }
        var plan = Plan.of(speed, asked, benchmarks(arguments[2]), Python.here());
        plan.cuts().forEach(cut -> event(events, "cut", cut.what(), cut.why()));
        event(events, "plan", plan.jobs().size(), plan.seconds());
        if (arguments[0].equals("list")) {
            plan.jobs()
                    .forEach(job ->
                            event(events, "listed", job.name(), plan.times(job).seconds(0)));
            return;
        }
        try (var lock = FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var log = new PrintStream(Files.newOutputStream(Path.of(arguments[4])), true, StandardCharsets.UTF_8)) {
            if (lock.tryLock() == null) {
                event(events, "busy");
                return;
            }
            System.setOut(log); // JMH copies there what the measured JVMs print
            System.setErr(log);
            var run = new Run(plan, Path.of(arguments[3]), events, log);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run.ending = true));
            run.measureAll();
            if (asked.getResult().hasValue() || asked.getResultFormat().hasValue()) {
                ResultFormatType type = asked.getResultFormat().orElse(ResultFormatType.CSV);
                ResultFormatFactory.getInstance(
                                type,
                                asked.getResult()
                                        .orElse("jmh-result." + type.name().toLowerCase(Locale.ROOT)))
                        .writeOut(run.results);
            }
        }
    }

    /** Those whose names match. */
    static SortedSet<BenchmarkListEntry> benchmarks(String pattern) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new TreeSet<>(BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT),
                        List.of(pattern),
                        List.of()));
    }

    private void measureAll() throws IOException {
        int number = 0;
        for (Job job : plan.jobs()) {
            number++;
            event(events, "job", number, job.name(), progress.secondsLeft(0, 0));
            double estimate = progress.estimate(job);
            if (plan.speed() == Speed.QUICK && estimate > Plan.LONGEST_QUICK_JOB) {
                cut(job, TOO_LONG);
            } else if (progress.isLargerThanOneThatTookTooLong(job)) {
                cut(job, TOO_LONG);
            } else if (seconds() + estimate > plan.deadlineSeconds()) {
                cut(job, "the three minutes were over");
            } else {
                measure(
                        job,
                        plan.times(
                                job,
                                (plan.deadlineSeconds() - seconds())
                                        / (plan.jobs().size() - number + 1)),
                        estimate);
            }
        }
        event(events, "end");
    }

    /** Whether it was Ctrl-C that ended the measured JVM: then this one ends too, in a moment. */
    private boolean isEnding() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return ending;
    }

    private void cut(Job job, String why) {
        if (why.equals(TOO_LONG)) {
            progress.tookTooLong(job);
        } else {
            progress.began(job);
        }
        event(events, "cut", job.name(), why);
    }

    private void measure(Job job, Times times, double estimate) throws IOException {
        progress.began(job);
        double start = seconds();
        OptionalDouble call = OptionalDouble.empty();
        var tooLong = new AtomicBoolean();
        var barking = plan.speed() == Speed.QUICK
                ? watchdog.schedule(
                        () -> {
                            tooLong.set(true);
                            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                        },
                        Math.round(1000 * Plan.PATIENCE_WITH_A_QUICK_JOB),
                        TimeUnit.MILLISECONDS)
                : null;
        try {
            var steps = new Steps(
                    times.iterations(), log, part -> event(events, "step", part, progress.secondsLeft(estimate, part)));
            var found = new Runner(options(job, times), steps).run();
            results.addAll(found);
            call = found.stream()
                    .mapToDouble(Run::secondsOfACall)
                    .filter(Double::isFinite)
                    .max();
            writeResults();
            event(events, "done", job.name());
        } catch (RunnerException failed) {
            if (tooLong.get()) {
                cut(job, TOO_LONG);
            } else if (!isEnding()) {
                log.println(Utils.throwableToString(failed));
                event(events, "failed", job.name(), reason(failed));
            }
        } finally {
            if (barking != null) {
                barking.cancel(false);
            }
            if (call.isPresent()) {
                progress.ended(job, estimate, seconds() - start, call.getAsDouble());
            }
        }
    }

    private Options options(Job job, Times times) {
        var options = new OptionsBuilder()
                .parent(plan.asked())
                .include("^" + Pattern.quote(job.benchmark().getUsername()) + "$")
                .shouldFailOnError(true)
                .addProfiler(WaitingMemory.class);
        if (plan.asked().getBenchModes().isEmpty()) {
            options.mode(job.benchmark().getMode());
        }
        job.parameters().forEach(options::param);
        times.writeTo(options);
        return options.build();
    }

    /** At best, because a disturbed measurement must not make larger sizes look impossible. */
    private static double secondsOfACall(RunResult result) {
        var parameters = result.getParams();
        var statistics = result.getPrimaryResult().getStatistics();
        double perOperation = parameters.getMode() == Mode.Throughput ? 1 / statistics.getMax() : statistics.getMin();
        return perOperation
                * parameters.getOpsPerInvocation()
                * parameters.getTimeUnit().toNanos(1)
                / 1e9;
    }

    /** Into a file beside it first, so that the file is never half written. */
    private void writeResults() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var print = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, print).writeOut(results);
        }
        Path beside = resultFile.resolveSibling(resultFile.getFileName() + ".part");
        Files.write(beside, bytes.toByteArray());
        Files.move(beside, resultFile, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the benchmark itself said, without the exceptions JMH has wrapped it in. */
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

    private static synchronized void event(PrintStream events, Object... fields) {
        var line = new StringBuilder();
        for (Object field : fields) {
            String text =
                    field instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : String.valueOf(field);
            line.append(line.isEmpty() ? "" : "\t").append(text.replaceAll("\\s+", " "));
        }
        events.println(line);
    }
}
