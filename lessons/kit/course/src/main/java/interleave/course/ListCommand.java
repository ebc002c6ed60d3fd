package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.path.LessonList;
import interleave.course.practice.PracticeFolder;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lesson list}: the same as {@code lesson} alone. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the lessons, your progress, and your next step.")
final class ListCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        new LessonList(Course.load(), PracticeFolder.workspace().progress(), Screen.ofTheTerminal()).print();
        return ExitCode.DONE;
    }
}
