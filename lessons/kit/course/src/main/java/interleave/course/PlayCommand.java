package interleave.course;

import interleave.course.edits.EditedModules;
import interleave.course.lessons.Course;
import interleave.course.lessons.LessonNames;
import interleave.course.lessons.Level;
import interleave.course.play.Levels;
import interleave.course.play.PlaySession;
import interleave.course.play.ScheduleFiles;
import interleave.course.practice.PracticeFolder;
import interleave.course.running.RunFiles;
import interleave.course.running.RunOptions;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Progress;
import interleave.recorder.page.TimelinePage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson play}: the student is the scheduler, and steps the threads of a program until it breaks. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "You are the scheduler: step the threads of a program until it breaks.",
        customSynopsis = {"./lesson play [SHARED-STATE] [--plain] [--svg|--html]"},
        footer = {"", "Without a name, it continues with the first level that you have not won."})
final class PlayCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number, or a level's name.")
    private @Nullable String asked;

    @Option(names = "--plain", description = "Asks line by line, for screen readers and pipes.")
    private boolean plain;

    @Option(
            names = "--svg",
            arity = "0..1",
            paramLabel = "FILE.svg",
            fallbackValue = "",
            description = "Writes a losing schedule as a picture, and does not play.")
    private @Nullable String picture;

    @Option(
            names = "--html",
            arity = "0..1",
            paramLabel = "FILE.html",
            fallbackValue = "",
            description = "Writes a losing schedule as a web page with a replay, and does not play.")
    private @Nullable String page;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = Course.load();
        var levels = new Levels(course);
        Progress progress = PracticeFolder.workspace().progress();
        Level first = levels.first(asked, progress);
        new EditedModules(course.home())
                .requireCompiled(course.find(first.lesson()).folder());
        Screen screen = Screen.ofTheTerminal();
        if (picture != null || page != null) {
            ScheduleFiles.ofLosing(levels, first).write(files(first), screen);
            return ExitCode.DONE;
        }
        new PlaySession(levels, progress, screen).run(first, plain || !Screen.canAsk());
        PracticeFolder.noteObstacle(progress.obstacle(), screen);
        return ExitCode.DONE;
    }

    private RunFiles files(Level level) {
        return RunFiles.asked(
                page,
                picture,
                false,
                TimelinePage.Answers.REVEALED,
                Course.homeFolder().resolve("target/timelines/" + level.name()),
                new RunOptions(level.lesson(), true, List.of(), List.of()));
    }
}
