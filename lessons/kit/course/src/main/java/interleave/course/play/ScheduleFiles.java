package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.Position;
import interleave.course.play.view.ScheduleTimeline;
import interleave.course.running.RunFiles;
import interleave.course.terminal.Screen;
import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelinePage;
import interleave.recorder.svg.SvgTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule of a level, as a picture and as a web page with a replay.
 *
 * @param threads the names of the threads that make the steps
 */
public record ScheduleFiles(Level level, List<String> threads) {

    /** The shortest schedule that breaks the level. */
    public static ScheduleFiles ofLosing(Level level) {
        return new ScheduleFiles(
                level, LosingSchedule.of(LevelProgram.named(level.className())).orElseThrow());
    }

    /** Writes the files that were asked for, and prints where they are. */
    public void write(RunFiles files, Screen screen) throws IOException {
        if (files.picture().isPresent()) {
            write(files.picture().get(), SvgTimeline.render(List.of(timeline())));
            screen.line("The picture: " + files.picture().get());
        }
        if (files.page().isPresent()) {
            writePage(files.page().get());
            screen.line("The page: " + files.page().get());
        }
    }

    /** Writes the page. */
    void writePage(Path file) throws IOException {
        Path source = level.source(level.className());
        List<Position> positions = positions();
        var version = new TimelinePage.Version(
                timeline(),
                "a step a second",
                Optional.of(positions.getLast().ending().orElseThrow().what()),
                List.of(new TimelinePage.Source(level.simpleName() + ".java", Files.readString(source))));
        var run = new TimelinePage.Run(
                "./lesson play " + level.name(),
                "A losing schedule: each step takes one second.",
                TimelinePage.Answers.REVEALED,
                List.of());
        var told = new TimelinePage.Lesson(
                level.simpleName(), level.goal(), List.of(level.why(), level.remedy()), List.of());
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
