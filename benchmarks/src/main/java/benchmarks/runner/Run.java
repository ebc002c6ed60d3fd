package benchmarks.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The process that {@code ./lesson bench} starts. It sends events to its standard output, and JMH writes to a log. */
public final class Run {
    private Run() {}

    /**
     * Measures, or lists what would be measured.
     *
     * @param arguments {@code list} or {@code run}; the speed; a pattern for the names of benchmarks; the result file;
     *     the log file; then JMH's own options
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("jmh.ignoreLock", "true"); // JMH would lock for one job; measure() locks for all
        var events = new Events(System.out);
        JmhOptions options;
        try {
            options = new JmhOptions(Arrays.copyOfRange(arguments, 5, arguments.length));
        } catch (CommandLineOptionException wrong) {
            events.send("wrong", String.valueOf(wrong.getMessage()));
            return;
        }
        Speed speed = Speed.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        var plan = Plan.of(speed, options, benchmarks(arguments[2]), Peers.here());
        plan.exclusions().forEach(events::excluded);
        events.send("plan", plan.jobs().size(), plan.seconds());
        if (arguments[0].equals("list")) {
            plan.jobs()
                    .forEach(job ->
                            events.send("listed", job.name(), plan.times(job).seconds(0)));
        } else {
            measure(plan, new ResultFile(Path.of(arguments[3])), Path.of(arguments[4]), events);
        }
    }

    /** The benchmarks whose names match. */
    static SortedSet<BenchmarkListEntry> benchmarks(String pattern) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new TreeSet<>(BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT),
                        List.of(pattern),
                        List.of()));
    }

    private static void measure(Plan plan, ResultFile resultFile, Path logFile, Events events)
            throws IOException, InterruptedException {
        try (var lock = MachineLock.take(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
                var log = new PrintStream(Files.newOutputStream(logFile), true, StandardCharsets.UTF_8)) {
            if (lock.state() == MachineLock.State.TAKEN_BY_ANOTHER) {
                events.send("busy");
                return;
            }
            lock.obstacle().ifPresent(System.err::println);
            System.setOut(log); // JMH copies the output of the measured JVMs there
            System.setErr(log);
            var measurement = new Measurement(plan, resultFile, events, log);
            Runtime.getRuntime().addShutdownHook(new Thread(measurement::shutDown));
            measurement.measureAll();
            writeAsRequested(measurement.results(), plan.options());
        }
    }

    /** JMH's own options -rf and -rff. */
    private static void writeAsRequested(Collection<RunResult> results, JmhOptions options) {
        if (options.getResult().hasValue() || options.getResultFormat().hasValue()) {
            ResultFormatType type = options.getResultFormat().orElse(ResultFormatType.CSV);
            String file = options.getResult().orElse("jmh-result." + type.name().toLowerCase(Locale.ROOT));
            ResultFormatFactory.getInstance(type, file).writeOut(results);
        }
    }
}
