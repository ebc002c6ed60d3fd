package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.LessonNames;
import interleave.course.practice.Exercises;
import interleave.course.teaching.Gallery.Exhibit;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.checking.PictureStyle;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Exercise.WrongAnswer;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson gallery}: checks the typical wrong answers to a lesson's exercises, and writes them to a page. */
@Command(
        name = "gallery",
        mixinStandardHelpOptions = true,
        description = "Writes a page of a lesson's typical wrong answers, with pictures, to discuss in class.")
public final class GalleryCommand implements Callable<Integer> {
    private static final PictureStyle STYLE = new PictureStyle(90, Glyphs.UNICODE, Colour.NONE);

    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number, or an exercise's name.")
    private @Nullable String asked;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (asked == null) {
            throw new CourseException("The name of a lesson is missing.", "Type one, such as: ./lesson gallery greet");
        }
        List<Exercise> exercises = new Exercises(Course.load()).meant(asked);
        var gallery = new Gallery(exercises.getFirst().lesson(), exhibits(exercises));
        Screen.plain().line("Page: " + gallery.page().writeAs("gallery-" + asked + ".html"));
        return ExitCode.DONE;
    }

    private static List<Exhibit> exhibits(List<Exercise> exercises) throws IOException, InterruptedException {
        Screen screen = Screen.plain();
        var exhibits = new ArrayList<Exhibit>();
        try (var checker = Checker.of(exercises.getFirst(), STYLE)) {
            for (Exercise exercise : exercises) {
                List<WrongAnswer> answers = exercise.wrongAnswers();
                if (answers.isEmpty()) {
                    throw new CourseException(
                            "This edition of the course has no wrong answers.",
                            "Teachers find them in the complete course.");
                }
                screen.line("Checking " + answers.size() + " wrong answers to " + exercise.simpleName() + " ...");
                checker.turnTo(exercise);
                for (WrongAnswer answer : answers) {
                    exhibits.add(new Exhibit(exercise, answer, checker.check(answer.file())));
                }
            }
        }
        return exhibits;
    }
}
