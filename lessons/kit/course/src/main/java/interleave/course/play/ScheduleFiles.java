package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.Position;
import interleave.course.play.view.ScheduleTimeline;
import interleave.course.running.RunFiles;
import interleave.course.terminal.Screen;
import interleave.recorder.page.TimelinePage;
import interleave.recorder.svg.SvgTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shortest losing schedule of a level, as a picture or as a web page with a replay. */
public record ScheduleFiles(Level level) {

    /** Writes the files that were asked for, and prints where they are. */
    public void write(RunFiles files, Screen screen) throws IOException {
        List<Position> positions = positions(LevelProgram.named(level.className()));
        var timeline = new ScheduleTimeline(level.simpleName(), positions).timeline();
        if (files.picture().isPresent()) {
            write(files.picture().get(), SvgTimeline.render(List.of(timeline)));
            screen.line("The picture: " + files.picture().get());
        }
        if (files.page().isPresent()) {
            String ending = positions.getLast().ending().orElseThrow().what();
            Path source = level.source(level.className());
            var version = new TimelinePage.Version(
                    timeline,
                    "a step a second",
                    Optional.of(ending),
                    List.of(new TimelinePage.Source(level.simpleName() + ".java", Files.readString(source))));
            var run = new TimelinePage.Run(
                    "./lesson play " + level.name(),
                    "A losing schedule: each step takes one second.",
                    TimelinePage.Answers.REVEALED,
                    List.of());
            var told = new TimelinePage.Lesson(level.simpleName(), level.goal(), List.of(level.why()), List.of());
            write(files.page().get(), new TimelinePage(told, run, List.of(version)).html());
            screen.line("The page: " + files.page().get());
        }
    }

    /** The position before the first step, and after each step. */
    private static List<Position> positions(LevelProgram program) {
        var game = new Game(program);
        var positions = new ArrayList<Position>(List.of(game.position()));
        for (String thread : LosingSchedule.of(program).orElseThrow()) {
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
