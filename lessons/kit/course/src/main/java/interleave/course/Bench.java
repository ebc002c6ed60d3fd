package interleave.course;

import interleave.bench.CourseVersion;
import interleave.bench.HtmlReport;
import interleave.bench.Machine;
import interleave.bench.Results;
import interleave.bench.Results.Circumstances;
import interleave.bench.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lesson bench}: measures the versions of lessons with JMH, in a process of its own, and says what was found.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures what each version of a lesson costs, with JMH; ends with a table, a verdict and a page of"
                        + " charts.",
        customSynopsis = {"./lesson bench [LESSON...] [--quick|--full] [--list] [-- JMH-OPTION...]"},
        footer = {
            "",
            "Ctrl-C keeps what is finished. What the numbers mean: benchmarks/README.md",
            "Examples: ./lesson bench --quick           all, in three minutes",
            "          ./lesson bench greet             the first lesson's versions",
            "          ./lesson bench --list --quick    what would be measured, and how long",
            "          ./lesson bench greet -- -p guests=50 -f 1"
        })
final class Bench implements Callable<Integer> {
    /** What JMH answers itself, without measuring. */
    private static final Set<String> QUESTIONS = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    @Parameters(
            paramLabel = "LESSON",
            completionCandidates = Main.LessonNames.class,
            description = "Lessons to measure, or sleepers, memory, compute; default: all there is.")
    private List<String> words = List.of();

    @ArgGroup
    private Speed speed = new Speed();

    /** One of them, or neither. */
    private static final class Speed {
        @Option(names = "--quick", description = "All within three minutes; says what it leaves out.")
        private boolean quick;

        @Option(names = "--full", description = "Five JVMs for each row, twice as many iterations: an hour or more.")
        private boolean full;

        String named() {
            return quick ? "quick" : full ? "full" : "default";
        }
    }

    @Option(names = "--list", description = "Only say what would be measured, and how long it takes.")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Main.home();
        Path jar = home.resolve("benchmarks/target/benchmarks.jar");
        int jmhOptions = jmhOptions();
        List<String> forJmh = words.subList(words.size() - jmhOptions, words.size());
        List<String> names = words.subList(0, words.size() - jmhOptions);
        var course = Course.at(home);
        Set<String> classes = Files.exists(jar) ? classes(jar) : Set.of();
        List<String> topics = names.stream()
                .map(name -> classes.contains(name) ? name : course.find(name).name())
                .toList();
        if (!Files.exists(jar)) {
            throw new CourseException(
                    "The benchmarks are not built: there is no " + jar + ".",
                    "Build them: mvn -pl benchmarks -am -Dmaven.test.skip=true package");
        }
        if (forJmh.stream().anyMatch(QUESTIONS::contains)) {
            var command = new ArrayList<>(java(jar));
            command.add("org.openjdk.jmh.Main");
            command.addAll(forJmh);
            if (!topics.isEmpty()) {
                command.add(pattern(topics));
            }
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        return list ? list(jar, topics, forJmh) : measure(home, jar, topics, forJmh);
    }

    private int list(Path jar, List<String> topics, List<String> forJmh) throws IOException, InterruptedException {
        Screen screen = Main.screenOfTheTerminal();
        var events = new BenchEvents(BenchEvents.Display.NONE, System.out);
        events.follow(new ProcessBuilder(command("list", jar, topics, Path.of("-"), Path.of("-"), forJmh))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        refuseNothing(events, topics);
        Map<String, List<BenchEvents.Listed>> benchmarks = events.listed().stream()
                .collect(Collectors.groupingBy(
                        row -> row.name().replaceFirst(" .*", ""), TreeMap::new, Collectors.toList()));
        int nameWidth =
                benchmarks.keySet().stream().mapToInt(String::length).max().orElse(0);
        benchmarks.forEach((name, rows) -> screen.line(String.format(
                Locale.ROOT,
                "%-" + nameWidth + "s  %3d rows  %9s",
                name,
                rows.size(),
                BenchEvents.time(
                        rows.stream().mapToDouble(BenchEvents.Listed::seconds).sum()))));
        screen.line();
        events.cuts().forEach(cut -> screen.item("Left out: ", cut.what() + ": " + cut.why()));
        screen.line(String.format(
                Locale.ROOT,
                "%d rows, about %s at this speed (%s); slow calls take longer.",
                events.listed().size(),
                BenchEvents.time(events.plannedSeconds()),
                speed.named()));
        return Main.DONE;
    }

    private int measure(Path home, Path jar, List<String> topics, List<String> forJmh)
            throws IOException, InterruptedException {
        Screen screen = Main.screenOfTheTerminal();
        LocalDateTime began = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        Path folder = Files.createDirectories(home.resolve("benchmarks/results"));
        String name = began.format(DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss"))
                + topics.stream().map(topic -> "-" + topic).collect(Collectors.joining()) + "-" + speed.named();
        Path result = folder.resolve(name + ".json");
        Path log = folder.resolve(name + ".log");
        var machine = new LinkedHashMap<>(Machine.here().facts());
        Machine.load().ifPresent(load -> machine.put("load before", String.format(Locale.ROOT, "%.2f", load)));
        var version = CourseVersion.at(home, Main.Release.number());
        var events = new BenchEvents(
                Main.isTerminal() ? BenchEvents.Display.ONE_LINE : BenchEvents.Display.LINE_A_ROW, System.out);
        Process process = new ProcessBuilder(command("run", jar, topics, result, log, forJmh))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean ended;
        try (var ctrlC = CtrlC.handledBy(() -> end(process))) {
            events.follow(process);
            ended = ctrlC.pressed() || events.exitCode() == CtrlC.EXIT_CODE;
        }
        refuseNothing(events, topics);
        if (!Files.exists(result)) {
            explainFailures(events, log, screen);
            screen.line(ended ? "Nothing was finished." : "Nothing could be measured; all that JMH said: " + log);
            return ended ? CtrlC.EXIT_CODE : Main.FAILED;
        }
        Machine.load().ifPresent(load -> machine.put("load after", String.format(Locale.ROOT, "%.2f", load)));
        List<Results.Note> cuts = new ArrayList<>(events.cuts());
        if (ended || !events.ended()) {
            cuts.add(new Results.Note(
                    "the last " + events.rowsNotReached() + " of " + events.rows() + " rows",
                    ended ? "the run was ended by Ctrl-C" : "the measuring process ended early, see the log"));
        }
        Results.describe(
                result,
                new Circumstances(
                        speed.named(), began.toString(), version, new Machine(machine), cuts, events.failures()));
        Results results = Results.read(result);
        Path page = folder.resolve(name + ".html");
        Files.writeString(page, new HtmlReport(results).page());
        screen.line();
        new TextReport(results, screen.width(), screen.unicode()).lines().forEach(screen::line);
        screen.line();
        screen.line("Page:   " + page);
        screen.line("Result: " + result);
        if (!events.failures().isEmpty()) {
            screen.line("Log:    " + log + " (all that JMH said of what has failed)");
        }
        return ended ? CtrlC.EXIT_CODE : events.failures().isEmpty() && events.ended() ? Main.DONE : Main.FAILED;
    }

    /** The measured JVMs first: they would wait for the one that started them. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void explainFailures(BenchEvents events, Path log, Screen screen) {
        if (!events.failures().isEmpty()) {
            Results.Note first = events.failures().getFirst();
            int more = events.failures().size() - 1;
            screen.line();
            screen.line("Failed: " + first.what() + (more == 0 ? "" : ", and " + more + " more"));
            screen.line("        " + first.why());
            screen.line("        All that JMH said: " + log);
        }
    }

    private static void refuseNothing(BenchEvents events, List<String> topics) {
        events.wrongOption().ifPresent(wrong -> {
            throw new CourseException(
                    "JMH does not understand what stands behind --: " + wrong, "Its options: ./lesson bench -- -h");
        });
        if (events.busy()) {
            throw new CourseException(
                    "Another benchmark is running on this machine: they would measure each other.",
                    "Start again when it has ended.");
        }
        if (events.rows() == 0) {
            throw new CourseException(
                    "There is nothing to measure" + (topics.isEmpty() ? "" : " in " + String.join(", ", topics)) + ".",
                    "./lesson bench --list says what there is.");
        }
    }

    private List<String> command(
            String what, Path jar, List<String> topics, Path result, Path log, List<String> forJmh) {
        var command = new ArrayList<>(java(jar));
        command.addAll(List.of(
                "benchmarks.runner.Run",
                what,
                speed.named(),
                topics.isEmpty() ? "." : pattern(topics),
                result.toString(),
                log.toString()));
        command.addAll(forJmh);
        return command;
    }

    /** JMH and Netty use memory in a way of which the JVM would warn. */
    private static List<String> java(Path jar) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                jar.toString());
    }

    /** How many words stand behind {@code --}. */
    private int jmhOptions() {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        return typed.contains("--") ? typed.size() - typed.indexOf("--") - 1 : 0;
    }

    /**
     * What is measured, {@code event-loop} by EventLoopBenchmark: mostly lessons, and some that go beyond one lesson.
     */
    private static Set<String> classes(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("benchmarks/(\\w+/)*\\w+Benchmark\\.class"))
                    .map(name -> name.replaceAll(".*/|Benchmark\\.class", "")
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                            .toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    private static String pattern(List<String> topics) {
        return topics.stream()
                .map(name -> Arrays.stream(name.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|", "\\.(", ")Benchmark\\."));
    }
}
