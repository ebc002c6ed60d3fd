package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson class}: the results of all students in one table, and on one page. */
@Command(
        name = "class",
        mixinStandardHelpOptions = true,
        description = "Shows the results of all students: exercises, quizzes and benchmarks.",
        customSynopsis = "./lesson class FOLDER [--html FILE.html]",
        footer = {
            "",
            "Students send you the output of ./lesson progress --json --name NAME, and the files that ./lesson bench"
                    + " --name NAME writes to benchmarks/results."
        })
public final class ClassCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "A folder with the .json files of the students.")
    private @Nullable Path folder;

    @Option(
            names = "--html",
            paramLabel = "FILE.html",
            description = "Writes a page with all claims, questions and benchmarks.")
    private @Nullable Path page;

    @Override
    public Integer call() throws IOException {
        if (folder == null) {
            throw new CourseException(
                    "The folder with the students' files is missing.", "Type one, such as: ./lesson class results");
        }
        var course = Course.load();
        Screen screen = Screen.plain();
        var report = ClassReport.of(ClassFolder.read(folder), course);
        new ClassTable(report, screen).print();
        if (page != null) {
            Files.writeString(page, new ClassPage(report).page().text());
            screen.line();
            screen.line("Page: " + page);
        }
        return ExitCode.DONE;
    }
}
