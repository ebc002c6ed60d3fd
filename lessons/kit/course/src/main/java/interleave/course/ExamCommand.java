package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.course.quiz.ExamPaper;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lesson exam}: writes the sheets for students and the key for the teacher, as two pages to print. */
@Command(
        name = "exam",
        mixinStandardHelpOptions = true,
        description = "Writes an exam of twenty questions for a class, as a page to print, and a key with the answers.")
final class ExamCommand implements Callable<Integer> {
    private static final String SHEETS = "exam.html";
    private static final String KEY = "exam-key.html";

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.plain();
        var paper = new ExamPaper(Exam.of(Course.load()));
        screen.line("For students: " + write(SHEETS, paper.questions()));
        screen.line("The key:      " + write(KEY, paper.key()));
        return ExitCode.DONE;
    }

    private static Path write(String file, String page) throws IOException {
        Path written = Course.homeFolder().resolve("target").resolve(file);
        Files.createDirectories(written.getParent());
        return Files.writeString(written, page);
    }
}
