package interleave.course.play;

import interleave.course.lessons.Course;
import interleave.course.lessons.Level;
import interleave.course.machine.FileRefusal;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.Position;
import interleave.course.play.view.ScheduleTimeline;
import interleave.course.running.RunFiles;
import interleave.course.terminal.Screen;
import interleave.course.terminal.TypedCommand;
import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelinePage;
import interleave.recorder.svg.SvgTimeline;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule of a level, as a picture and as a web page with a replay.
 *
 * @param title such as {@code Level 1 of 6, lesson 19: TwoGates}
 * @param what such as {@code Your schedule}
 * @param threads the names of the threads that make the steps
 */
public record ScheduleFiles(Level level, String title, String what, List<String> threads) {

    /** The shortest schedule that breaks the level. */
    public static ScheduleFiles ofLosing(Levels levels, Level level) {
        List<String> losing =
                LosingSchedule.of(LevelProgram.named(level.className())).orElseThrow();
        return new ScheduleFiles(level, levels.title(level, level.simpleName()), "A losing schedule", losing);
    }

    /** The schedule with which the student has broken the level. */
    static ScheduleFiles ofStudent(Levels levels, Level level, List<String> threads) {
        return new ScheduleFiles(level, levels.title(level, level.simpleName()), "Your schedule", threads);
    }

    /** Writes the files that were asked for, and prints where they are. */
    public void write(RunFiles files, Screen screen) throws IOException {
        if (files.picture().isPresent()) {
            writePicture(files.picture().get());
            screen.line("The picture: " + files.picture().get());
        }
        if (files.page().isPresent()) {
            writePage(files.page().get());
            screen.line("The page: " + files.page().get());
        }
    }

    /**
     * Writes the student's page and picture, and returns a sentence with the path, or with the reason why they cannot
     * be written.
     */
    String writeOwn() throws IOException {
        Path page = Course.homeFolder().resolve("target/timelines/" + level.name() + "-own.html");
        Path picture = page.resolveSibling(level.name() + "-own.svg");
        try {
            writePage(page);
            writePicture(picture);
            return "Written: " + page + " and " + picture.getFileName();
        } catch (FileSystemException refused) {
            return "Cannot write " + page + ": " + FileRefusal.reason(refused) + ".";
        }
    }

    private void writePicture(Path file) throws IOException {
        write(file, SvgTimeline.render(List.of(timeline())));
    }

    private void writePage(Path file) throws IOException {
        Path source = level.source(level.className());
        List<Position> positions = positions();
        var version = new TimelinePage.Version(
                timeline(),
                "the fewest steps are " + level.fewest(),
                Optional.of(positions.getLast().ending().orElseThrow().what()),
                List.of(new TimelinePage.Source(level.simpleName() + ".java", Files.readString(source))));
        var run = new TimelinePage.Run(
                TypedCommand.in("./lesson play " + level.name()),
                what + " with " + threads.size() + " steps, one each second.",
                TimelinePage.Answers.NONE,
                List.of());
        var told = new TimelinePage.Lesson(title, level.goal(), List.of(level.why(), level.remedy()), List.of());
        write(file, new TimelinePage(told, run, List.of(version)).html());
    }

    private Timeline timeline() {
        return new ScheduleTimeline(level.simpleName(), positions()).timeline();
    }

    /** The position before the first step, and after each step. */
    private List<Position> positions() {
        var game = new Game(LevelProgram.named(level.className()));
        var positions = new ArrayList<Position>(List.of(game.position()));
        for (String thread : threads) {
            game.step(thread);
            positions.add(game.position());
        }
        return positions;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
