package benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Lesson 03: a million tasks that all sleep ten seconds, gathered. Each measurement is a process of its own, because the
 * process is what is measured: how much longer than the sleep it took, the most memory it ever held, and how many bytes
 * of its heap a sleeping task keeps. The runtimes take turns, so that what disturbs one disturbs all.
 *
 * <pre>{@code java -cp benchmarks/target/benchmarks.jar benchmarks.SleepersBenchmark [tasks [seconds [rounds]]]}</pre>
 *
 * Options of this JVM, such as {@code -XX:+UseSerialGC}, are those of the measured ones too.
 */
public final class SleepersBenchmark {
    private final int tasks;
    private final Duration sleep;
    private final List<Sleepers> runtimes;

    SleepersBenchmark(int tasks, Duration sleep, Sleepers... runtimes) {
        this.tasks = tasks;
        this.sleep = sleep;
        this.runtimes = List.of(runtimes);
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        int tasks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        IO.println(String.format(Locale.ROOT, "%,d tasks that sleep %d s: medians of %d rounds (least .. most)", tasks,
                seconds, rounds));
        new SleepersBenchmark(tasks, Duration.ofSeconds(seconds), Sleepers.values()).table(rounds).forEach(IO::println);
    }

    /** A heading, and a line for each runtime. */
    List<String> table(int rounds) throws IOException, InterruptedException {
        var rows = runtimes.stream().map(Row::new).toList();
        for (int round = 0; round < rounds; round++) {
            for (var row : rows) {
                row.measure();
            }
        }
        var lines = new ArrayList<String>();
        lines.add(String.format("%-16s%28s%24s%24s", "", "s over the sleep", "MB at most", "bytes a task"));
        rows.forEach(row -> lines.add(row.line()));
        return lines;
    }

    /** What has been measured of one runtime. */
    private final class Row {
        private final Sleepers sleepers;
        private final DoubleStream.Builder secondsOver = DoubleStream.builder();
        private final DoubleStream.Builder peakMegabytes = DoubleStream.builder();
        private final DoubleStream.Builder bytesOfTask = DoubleStream.builder();

        Row(Sleepers sleepers) {
            this.sleepers = sleepers;
        }

        void measure() throws IOException, InterruptedException {
            long[] timed = run(TimedSleepers.class);
            secondsOver.add(timed[0] / 1e9);
            peakMegabytes.add(timed[1] / 1e6);
            bytesOfTask.add((double) run(WeighedSleepers.class)[0] / tasks);
        }

        /** The numbers that a process prints. */
        private long[] run(Class<?> main) throws IOException, InterruptedException {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-cp",
                    System.getProperty("java.class.path"), main.getName(), sleepers.name(), Integer.toString(tasks),
                    sleep
                            .toString()));
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String output = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
            if (process.waitFor() != 0) {
                throw new AssertionError(sleepers + " has failed: " + String.join(" ", command));
            }
            return Arrays.stream(output.split(" ")).mapToLong(Long::parseLong).toArray();
        }

        String line() {
            return String.format(Locale.ROOT, "%-16s%28s%24s%24s", sleepers, spread("%.2f", secondsOver), spread("%.0f",
                    peakMegabytes), spread("%.0f", bytesOfTask));
        }

        private static String spread(String format, DoubleStream.Builder measured) {
            double[] sorted = measured.build().sorted().toArray();
            String all = format + " (" + format + " .. " + format + ")";
            return String.format(Locale.ROOT, all, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }
    }
}
