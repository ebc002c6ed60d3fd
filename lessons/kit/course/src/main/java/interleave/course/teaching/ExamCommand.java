package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.lessons.Exam;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lesson exam}: writes two pages to print: the questions for students, and the key for teachers. */
@Command(
        name = "exam",
        mixinStandardHelpOptions = true,
        description = "Writes an exam of twenty questions for a class, as a page to print, and a key with the answers.")
public final class ExamCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.plain();
        var paper = new ExamPaper(Exam.of(Course.load()));
        screen.line("For students: " + paper.questions().writeAs("exam.html"));
        screen.line("The key:      " + paper.key().writeAs("exam-key.html"));
        return ExitCode.DONE;
    }
}
