package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.practice.PracticeFolder;
import interleave.course.quiz.Quiz;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson quiz}: the answers come from the keyboard or from a file. */
@Command(name = "quiz", mixinStandardHelpOptions = true, description = "Asks a few questions about a lesson.")
final class QuizCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number.")
    private @Nullable String lesson;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lesson == null) {
            throw new CourseException("Questions about which lesson?", "Name it, such as: ./lesson quiz greet");
        }
        Lesson found = Course.load().find(lesson);
        var quiz = new Quiz(found, Screen.plain(), PracticeFolder.workspace().progress(), QuizCommand::key);
        return quiz.run() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static char key() throws IOException {
        int key = System.in.read();
        return key < 0 ? Keys.END : (char) key;
    }
}
