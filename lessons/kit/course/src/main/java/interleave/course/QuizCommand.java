package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonNames;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.practice.PracticeFolder;
import interleave.course.quiz.Quiz;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Progress;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson quiz}: reads the answers from standard input. */
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
            throw new CourseException("The name of a lesson is missing.", "Type one, such as: ./lesson quiz greet");
        }
        var course = Course.load();
        Lesson found = course.find(lesson);
        Screen screen = Screen.plain();
        Progress progress = PracticeFolder.workspace().progress();
        if (!new Quiz(found, screen, progress, QuizCommand::key).run()) {
            return ExitCode.FAILED;
        }
        PracticeFolder.noteObstacle(progress.obstacle(), screen);
        new NextPage(screen).show(LearningPath.of(course, progress).after(new Step.Quiz(found)));
        return ExitCode.DONE;
    }

    private static char key() throws IOException {
        int key = System.in.read();
        return key < 0 ? Keys.END : (char) key;
    }
}
