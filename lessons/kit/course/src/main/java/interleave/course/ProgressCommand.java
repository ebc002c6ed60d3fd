package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.play.Levels;
import interleave.course.practice.Exercises;
import interleave.course.practice.PracticeFolder;
import interleave.course.practice.ProgressPage;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lesson progress}. */
@Command(
        name = "progress",
        mixinStandardHelpOptions = true,
        description = "Shows which exercises are done, which levels are won, and your next step.")
final class ProgressCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints JSON for a teacher.")
    private boolean json;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A name of your choice for the JSON, which contains no name by default.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var course = Course.load();
        List<Exercise> all = new Exercises(course).all();
        Screen screen = Screen.plain();
        Workspace workspace = PracticeFolder.workspace();
        if (json) {
            screen.line(workspace.progress().json(all, name));
        } else {
            var page = new ProgressPage(screen, workspace);
            page.show(all);
            page.showLevels(new Levels(course).all());
            new NextPage(screen)
                    .show(LearningPath.of(course, workspace.progress()).next());
        }
        return ExitCode.DONE;
    }
}
