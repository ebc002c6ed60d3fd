package interleave.course;

import interleave.practice.Checker;
import interleave.practice.Desk;
import interleave.practice.Exercise;
import interleave.practice.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson check}: checks a student's files once. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks what you have written for a lesson's practice, in virtual time.", customSynopsis = {
        "./lesson check GREET", "       ./lesson check all"}, footer = {"",
                "Exit codes: 0 all is right, 1 something is not, 2 wrong usage."})
final class CheckCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Parameters(arity = "0..1", paramLabel = "LESSON", completionCandidates = Main.LessonNames.class, description = "A lesson's name or number, an exercise's name, or: all")
    private @Nullable String asked;

    private final Screen screen = PracticeFolder.screen();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var exercises = new Exercises(Course.at(Main.home()));
        Desk desk = PracticeFolder.desk();
        if (asked == null) {
            throw new CourseException("Which practice?", "Name a lesson, such as: ./lesson check greet, or: all");
        }
        if (asked.toLowerCase(Locale.ROOT).equals(ALL)) {
            return checkAll(exercises.all(), desk);
        }
        boolean passed = true;
        for (Exercise exercise : exercises.meant(asked)) {
            passed &= check(exercise, desk);
        }
        return passed ? Main.DONE : Main.FAILED;
    }

    private boolean check(Exercise exercise, Desk desk) throws IOException, InterruptedException {
        desk.open(exercise).ifPresent(screen::paragraph);
        Verdict verdict = verdict(exercise, desk);
        new VerdictPage(screen).show(exercise, verdict);
        if (!verdict.passed()) {
            screen.line();
            screen.line("Your file: " + PracticeFolder.shown(desk.file(exercise)));
            screen.line("A hint:    ./lesson hint " + exercise.name());
        }
        return verdict.passed();
    }

    /** A line each; what is not begun is not checked. */
    private int checkAll(List<Exercise> exercises, Desk desk) throws IOException, InterruptedException {
        int passed = 0;
        for (Exercise exercise : exercises) {
            String name = "%-20s %-16s ".formatted(exercise.lesson(), exercise.simpleName());
            if (!desk.progress().isBegun(exercise)) {
                screen.line(name + "not begun");
                continue;
            }
            Verdict verdict = verdict(exercise, desk);
            passed += verdict.passed() ? 1 : 0;
            screen.item(name, verdict.passed() ? "right" : verdict.problem());
        }
        screen.line();
        screen.line(passed + " of " + exercises.size() + " done");
        return passed == exercises.size() ? Main.DONE : Main.FAILED;
    }

    private Verdict verdict(Exercise exercise, Desk desk) throws IOException, InterruptedException {
        try (var checker = Checker.of(exercise, PracticeFolder.look(screen))) {
            desk.keep(exercise);
            Verdict verdict = checker.check(desk.file(exercise));
            if (verdict.passed()) {
                desk.progress().done(exercise);
            }
            return verdict;
        }
    }
}
