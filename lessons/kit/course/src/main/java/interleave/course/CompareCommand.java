package interleave.course;

import interleave.bench.Comparison;
import interleave.bench.CourseVersion;
import interleave.bench.Results;
import interleave.bench.UnusableFile;
import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.terminal.TypedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson compare}: the results of several machines in one table and on one page. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares results of several machines: which versions differ, by how much, and what differs between the"
                        + " machines.",
        customSynopsis = {"./lesson compare FILE FILE... [--page FILE]"},
        footer = {
            "",
            "Example: ./lesson compare ann.json bob.json",
            "./lesson bench writes such files to benchmarks/results/; with --name they have the student's name."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Results of ./lesson bench.")
    private List<Path> files = List.of();

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Where to write the page; default: benchmarks/results/compared.html")
    private Path page = Path.of("benchmarks/results/compared.html");

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.plain();
        Path home = Course.homeFolder();
        try {
            List<Results> results = read(files); // a missing file is named first
            if (results.size() < 2) {
                throw new CourseException(
                        "One file of results is not enough to compare.",
                        "Name two results or more: ./lesson compare ann.json bob.json");
            }
            var comparison = new Comparison(results, CourseVersion.at(home, Release.number()));
            comparison.lines(screen.width(), screen.unicode()).forEach(screen::line);
            Path written = page.isAbsolute() || page.startsWith(".") ? page : home.resolve(page);
            Files.createDirectories(written.toAbsolutePath().getParent());
            Files.writeString(written, TypedCommand.inPage(comparison.page()));
            screen.line();
            screen.line("Page: " + written);
            return ExitCode.DONE;
        } catch (UnusableFile unusable) {
            throw new CourseException(unusable.getMessage());
        }
    }

    /** All of them, or none; the first that is wrong is explained, others are named. */
    private static List<Results> read(List<Path> files) {
        var results = new ArrayList<Results>();
        var wrong = new ArrayList<Path>();
        var explanation = new StringBuilder();
        for (Path file : files) {
            try {
                results.add(Results.read(file));
            } catch (UnusableFile unusable) {
                explanation.append(wrong.isEmpty() ? unusable.getMessage() : "");
                wrong.add(file);
            }
        }
        if (wrong.size() == 1) {
            throw new CourseException(explanation.toString());
        }
        if (!wrong.isEmpty()) {
            throw new CourseException(
                    explanation.toString(),
                    "Nor can these be used: "
                            + String.join(
                                    ", ",
                                    wrong.subList(1, wrong.size()).stream()
                                            .map(Path::toString)
                                            .toList()));
        }
        return results;
    }
}
