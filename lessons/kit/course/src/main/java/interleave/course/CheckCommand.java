package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.LessonNames;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.practice.Exercises;
import interleave.course.practice.PracticeFolder;
import interleave.course.practice.VerdictPage;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson check}: checks a student's files once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks your solutions of a lesson's exercises, in virtual time.",
        customSynopsis = {"./lesson check GREET", "       ./lesson check all"},
        footer = {"", "Exit codes: 0 all checks passed, 1 a check failed, 2 wrong usage."})
final class CheckCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number, an exercise's name, or: all")
    private @Nullable String asked;

    private final Screen screen = Screen.ofTheTerminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.load();
        var exercises = new Exercises(course);
        Workspace workspace = PracticeFolder.workspace();
        if (asked == null) {
            throw new CourseException(
                    "The name of a lesson is missing.",
                    "Type one, such as: ./lesson check greet, or: ./lesson check all");
        }
        boolean everything = asked.toLowerCase(Locale.ROOT).equals(ALL);
        List<Exercise> meant = everything ? exercises.all() : begun(exercises.meant(asked), workspace);
        try (var checker = Checker.of(meant.getFirst(), VerdictPage.style(screen))) {
            return everything
                    ? checkAll(meant, workspace, checker)
                    : checkEach(meant, LearningPath.of(course, workspace.progress()), workspace, checker);
        }
    }

    /** The exercises that the student has started, or the first one if there are none. */
    private static List<Exercise> begun(List<Exercise> exercises, Workspace workspace) {
        List<Exercise> begun = exercises.stream()
                .filter(exercise -> isBegun(exercise, workspace))
                .toList();
        return begun.isEmpty() ? exercises.subList(0, 1) : begun;
    }

    /** A file in the workspace counts, even when it was copied there by hand. */
    private static boolean isBegun(Exercise exercise, Workspace workspace) {
        return workspace.progress().isBegun(exercise) || Files.exists(workspace.file(exercise));
    }

    private int checkEach(List<Exercise> exercises, LearningPath path, Workspace workspace, Checker checker)
            throws IOException, InterruptedException {
        boolean passed = true;
        for (Exercise exercise : exercises) {
            workspace.open(exercise).ifPresent(screen::paragraph);
            boolean untouched = workspace.isUntouched(exercise);
            if (untouched) {
                screen.paragraph(exercise.task());
                screen.line();
            }
            Verdict verdict = verdict(exercise, workspace, checker);
            new VerdictPage(screen).show(exercise, untouched ? verdict.withoutAdvice() : verdict);
            if (!verdict.passed()) {
                screen.line();
                screen.line("Your file: " + PracticeFolder.shown(workspace.file(exercise)));
                screen.line("A hint:    ./lesson hint " + exercise.name());
            }
            passed &= verdict.passed();
        }
        PracticeFolder.noteObstacle(workspace.obstacle(), screen);
        if (passed) {
            Step last = new Step.Practice(exercises.getLast());
            new NextPage(screen).show(path.after(last));
        }
        return passed ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Prints one line per exercise. Exercises that were not started are not checked. */
    private int checkAll(List<Exercise> exercises, Workspace workspace, Checker checker)
            throws IOException, InterruptedException {
        int passed = 0;
        for (Exercise exercise : exercises) {
            String name = "%-20s %-16s ".formatted(exercise.lesson(), exercise.simpleName());
            if (!isBegun(exercise, workspace)) {
                screen.line(name + "not started");
                continue;
            }
            workspace.open(exercise).ifPresent(screen::paragraph);
            Verdict verdict = verdict(exercise, workspace, checker);
            passed += verdict.passed() ? 1 : 0;
            screen.item(name, verdict.passed() ? "right" : verdict.problem());
        }
        screen.line();
        screen.line(passed + " of " + exercises.size() + " right");
        PracticeFolder.noteObstacle(workspace.obstacle(), screen);
        return passed == exercises.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Verdict verdict(Exercise exercise, Workspace workspace, Checker checker)
            throws IOException, InterruptedException {
        checker.turnTo(exercise);
        return PracticeFolder.check(exercise, workspace, checker);
    }
}
