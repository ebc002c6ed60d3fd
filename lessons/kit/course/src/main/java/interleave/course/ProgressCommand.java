package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.practice.Exercises;
import interleave.course.practice.PracticeFolder;
import interleave.course.practice.ProgressPage;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lesson progress}. */
@Command(name = "progress", mixinStandardHelpOptions = true, description = "Says which exercises are done.")
final class ProgressCommand implements Callable<Integer> {
    @Option(names = "--json", description = "As JSON, for a class: no names in it.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Exercise> all = new Exercises(Course.load()).all();
        Screen screen = Screen.plain();
        Workspace workspace = PracticeFolder.workspace();
        if (json) {
            screen.line(workspace.progress().json(all));
        } else {
            new ProgressPage(screen, workspace).show(all);
        }
        return ExitCode.DONE;
    }
}
