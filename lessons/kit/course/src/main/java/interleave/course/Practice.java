package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson practice}: watches a student's file, and says after each save what is right and what is next. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        description = "Gives you a file to complete, and checks it each time you save.",
        customSynopsis = {"./lesson practice [GREET]"},
        footer = {"", "Alone it goes on where you left off."})
final class Practice implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = Main.LessonNames.class,
            description = "A lesson's name or number, or an exercise's name.")
    private @Nullable String asked;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.at(Main.home());
        var exercises = new Exercises(course);
        Desk desk = PracticeFolder.desk();
        Optional<Exercise> first = asked == null
                ? next(exercises.all(), desk)
                : Optional.of(next(exercises.meant(asked), desk)
                        .orElse(exercises.meant(asked).getFirst()));
        Screen screen = PracticeFolder.screen();
        if (first.isEmpty()) {
            screen.paragraph(
                    "All " + exercises.all().size() + " exercises are done. One again: ./lesson practice greet");
            return Main.DONE;
        }
        if (!Main.isTerminal()) {
            throw new CourseException(
                    "'practice' needs a terminal, to see keys.",
                    "Without one: ./lesson check " + first.get().name());
        }
        new PracticeSession(course, desk, screen).run(first.get());
        return Main.DONE;
    }

    /** One that is begun and not done, else the first that is not done. */
    static Optional<Exercise> next(List<Exercise> exercises, Desk desk) {
        List<Exercise> open = exercises.stream()
                .filter(exercise -> !desk.progress().isDone(exercise))
                .toList();
        return open.stream()
                .filter(exercise -> desk.progress().isBegun(exercise))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }
}
