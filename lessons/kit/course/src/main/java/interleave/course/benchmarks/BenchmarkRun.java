package interleave.course.benchmarks;

import interleave.bench.CourseVersion;
import interleave.bench.HtmlReport;
import interleave.bench.Machine;
import interleave.bench.Results;
import interleave.bench.Results.Circumstances;
import interleave.bench.TextReport;
import interleave.course.lessons.CourseException;
import interleave.course.terminal.CtrlC;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.terminal.ShutdownHook;
import interleave.course.terminal.TypedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run of the benchmarks in a separate process, and its report.
 *
 * @param speed {@code quick}, {@code default} or {@code full}
 * @param student the name of the student or of the machine; empty if none was given
 * @param topics what to measure; empty for all
 * @param jmhOptions passed on to JMH
 */
public record BenchmarkRun(
        BenchmarkJar jar, String speed, String student, List<String> topics, List<String> jmhOptions, Screen screen) {

    /** Prints the benchmarks that would run, and how long they take. */
    public int list() throws IOException, InterruptedException {
        var events = new BenchmarkEvents(BenchmarkEvents.Display.NONE, System.out);
        events.follow(new ProcessBuilder(command("list", Path.of("-"), Path.of("-")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        refuseEmptyRun(events);
        Map<String, List<BenchmarkEvents.Listed>> benchmarks = events.listed().stream()
                .collect(Collectors.groupingBy(
                        row -> row.name().replaceFirst(" .*", ""), TreeMap::new, Collectors.toList()));
        int nameWidth =
                benchmarks.keySet().stream().mapToInt(String::length).max().orElse(0);
        benchmarks.forEach((name, rows) -> screen.line(String.format(
                Locale.ROOT,
                "%-" + nameWidth + "s  %3d rows  %9s",
                name,
                rows.size(),
                BenchmarkEvents.time(rows.stream()
                        .mapToDouble(BenchmarkEvents.Listed::seconds)
                        .sum()))));
        screen.line();
        events.cuts().forEach(cut -> screen.item("Skipped: ", cut.what() + ": " + cut.why()));
        screen.line(String.format(
                Locale.ROOT,
                "%d rows, about %s at this speed (%s); slow calls take longer.",
                events.listed().size(),
                BenchmarkEvents.time(events.plannedSeconds()),
                speed));
        return ExitCode.DONE;
    }

    /**
     * Measures, and reports the results on the screen and on a page.
     *
     * @param home the folder of the course
     * @param release of the course, for the report
     */
    @SuppressWarnings("try") // the hook is only held
    public int measure(Path home, String release) throws IOException, InterruptedException {
        LocalDateTime began = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        Path folder = Files.createDirectories(home.resolve("benchmarks/results"));
        String name = fileName(student, began, topics, speed);
        Path result = folder.resolve(name + ".json");
        Path log = folder.resolve(name + ".log");
        var machine = new LinkedHashMap<>(Machine.here().facts());
        Machine.load().ifPresent(load -> machine.put("load before", String.format(Locale.ROOT, "%.2f", load)));
        var version = CourseVersion.at(home, release);
        var events = new BenchmarkEvents(
                Screen.isTerminal() ? BenchmarkEvents.Display.ONE_LINE : BenchmarkEvents.Display.LINE_A_ROW,
                System.out);
        Process process = new ProcessBuilder(command("run", result, log))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean ended;
        try (var ctrlC = CtrlC.handledBy(() -> ShutdownHook.end(process));
                var hook = ShutdownHook.ending(process)) {
            events.follow(process);
            ended = ctrlC.pressed() || events.exitCode() == ExitCode.ENDED_BY_CTRL_C;
        }
        refuseEmptyRun(events);
        if (!Files.exists(result)) {
            explainFailures(events, log);
            screen.line(ended ? "Nothing was finished." : "Nothing could be measured; all that JMH said: " + log);
            return ended ? ExitCode.ENDED_BY_CTRL_C : ExitCode.FAILED;
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
                        student, speed, began.toString(), version, new Machine(machine), cuts, events.failures()));
        Results results = Results.read(result);
        Path page = folder.resolve(name + ".html");
        Files.writeString(page, TypedCommand.inPage(new HtmlReport(results).page()));
        screen.line();
        new TextReport(results, screen.width(), screen.unicode()).lines().forEach(screen::line);
        screen.line();
        screen.line("Page:   " + page);
        screen.line("Result: " + result);
        if (!events.failures().isEmpty()) {
            screen.line("Log:    " + log + " (JMH's messages about the failed benchmarks)");
        }
        return ended
                ? ExitCode.ENDED_BY_CTRL_C
                : events.failures().isEmpty() && events.ended() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Such as {@code ann-2026-01-31-101500-greet-quick}, without an extension. */
    static String fileName(String student, LocalDateTime began, List<String> topics, String speed) {
        String safe = student.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^[.-]+", "");
        return (safe.isEmpty() ? "" : safe + "-")
                + began.format(DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT))
                + topics.stream().map(topic -> "-" + topic).collect(Collectors.joining()) + "-" + speed;
    }

    private void explainFailures(BenchmarkEvents events, Path log) {
        if (!events.failures().isEmpty()) {
            Results.Note first = events.failures().getFirst();
            int more = events.failures().size() - 1;
            screen.line();
            screen.line("Failed: " + first.what() + (more == 0 ? "" : ", and " + more + " more"));
            screen.line("        " + first.why());
            screen.line("        All that JMH said: " + log);
        }
    }

    private void refuseEmptyRun(BenchmarkEvents events) {
        events.wrongOption().ifPresent(wrong -> {
            throw new CourseException(
                    "JMH rejects the options after --: " + wrong, "Its options: ./lesson bench -- -h");
        });
        if (events.busy()) {
            throw new CourseException(
                    "Another benchmark is running on this machine: they would measure each other.",
                    "Start again when it has ended.");
        }
        if (events.rows() == 0 && !events.cuts().isEmpty()) {
            Results.Note cut = events.cuts().getFirst();
            throw new CourseException("Cannot measure " + cut.what() + ": " + cut.why() + ".");
        }
        if (events.rows() == 0) {
            throw new CourseException(
                    "No benchmark matches" + (topics.isEmpty() ? "" : " in " + String.join(", ", topics)) + ".",
                    "./lesson bench --list shows all benchmarks.");
        }
    }

    private List<String> command(String what, Path result, Path log) {
        var arguments =
                new ArrayList<>(List.of(what, speed, BenchmarkJar.pattern(topics), result.toString(), log.toString()));
        arguments.addAll(jmhOptions);
        return jar.command("benchmarks.runner.Run", arguments);
    }
}
