package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.LessonNames;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lesson page}: writes the README of a lesson as a page that can be presented as slides. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "Writes a lesson's README as a web page, which the key p turns into slides with notes.")
public final class PageCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number.")
    private @Nullable String asked;

    @Override
    public Integer call() throws IOException {
        if (asked == null) {
            throw new CourseException("The name of a lesson is missing.", "Type one, such as: ./lesson page greet");
        }
        Lesson lesson = Course.load().find(asked);
        Screen screen = Screen.plain();
        screen.line("Page: " + new LessonPage(lesson).page().writeAs("page-" + lesson.name() + ".html"));
        screen.paragraph("Open it in a browser. Press p to present it.");
        return ExitCode.DONE;
    }
}
