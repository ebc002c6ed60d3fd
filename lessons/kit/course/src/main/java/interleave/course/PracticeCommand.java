package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.LessonNames;
import interleave.course.practice.Exercises;
import interleave.course.practice.PracticeFolder;
import interleave.course.practice.PracticeSession;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson practice}: watches a student's file, and checks it after each save. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        description = "Gives you a file to complete, and checks it each time you save.",
        customSynopsis = {"./lesson practice [GREET]"},
        footer = {"", "Without a name, it continues where you left off."})
final class PracticeCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number, or an exercise's name.")
    private @Nullable String asked;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.load();
        var exercises = new Exercises(course);
        Workspace workspace = PracticeFolder.workspace();
        Optional<Exercise> first = asked == null
                ? Exercises.next(exercises.all(), workspace)
                : Optional.of(Exercises.next(exercises.meant(asked), workspace)
                        .orElse(exercises.meant(asked).getFirst()));
        Screen screen = Screen.ofTheTerminal();
        if (first.isEmpty()) {
            screen.paragraph(
                    "All " + exercises.all().size() + " exercises are done. To repeat one: ./lesson practice greet");
            return ExitCode.DONE;
        }
        if (!Screen.isTerminal()) {
            throw new CourseException(
                    "'practice' needs a terminal, because it reads single keys.",
                    "Without one: ./lesson check " + first.get().name());
        }
        new PracticeSession(course, workspace, screen).run(first.get());
        return ExitCode.DONE;
    }
}
