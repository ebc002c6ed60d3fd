package interleave.course;

import interleave.recorder.Colour;
import interleave.recorder.Glyphs;
import interleave.recorder.TextTable;
import interleave.recorder.TextTimeline;
import interleave.recorder.Timeline;
import interleave.virtualtime.Stuck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of a lesson: its question, each version live, the timelines on one axis, and what to notice. */
final class LessonRun {
    private final Lesson lesson;
    private final Screen screen;

    LessonRun(Lesson lesson, Screen screen) {
        this.lesson = lesson;
        this.screen = screen;
    }

    /** How versions are run and watched; told where the lines go that they print. */
    interface WatchMaker {
        Watch make(Watch.Lines lines);
    }

    /** Returns an exit code: 1 when a version failed, 130 when Ctrl-C ended the run. */
    int run(List<Version> versions, List<String> arguments, WatchMaker maker) throws IOException, InterruptedException {
        versions.forEach(version -> version.main(arguments)); // a wrong argument is refused before anything runs
        screen.title(lesson.title(), "lesson " + lesson.number() + ", " + lesson.minutes() + " minutes");
        screen.paragraph(lesson.question());
        boolean failed = false;
        try (Watch watch = maker.make(this::printLive); var interrupt = CtrlC.handledBy(watch::interrupt)) {
            for (Version version : versions) {
                failed |= !ran(version, arguments, watch) && !interrupt.pressed();
                if (interrupt.pressed()) {
                    break;
                }
            }
            draw(watch.timelines());
            if (interrupt.pressed()) {
                return CtrlC.EXIT_CODE;
            }
        }
        if (versions.equals(lesson.versions())) {
            teach();
        } else {
            screen.line();
            screen.item("All versions: ", "./lesson " + lesson.name());
        }
        return failed ? Main.FAILED : Main.DONE;
    }

    private boolean ran(Version version, List<String> arguments, Watch watch) throws InterruptedException {
        screen.line();
        screen.title(version.label() + ": " + version.about());
        Optional<Throwable> failure = watch.run(version, arguments);
        failure.ifPresent(thrown -> described(thrown).lines().forEach(line -> screen.line("        " + line)));
        return failure.isEmpty();
    }

    private void printLive(Duration at, String line) {
        screen.line("%5.1f s  %s".formatted(at.toMillis() / 1000.0, line));
    }

    private void draw(List<Timeline> timelines) {
        var glyphs = Glyphs.of(screen.out().charset());
        var colour = screen.colour() ? Colour.ANSI : Colour.NONE;
        screen.line();
        screen.out().print(TextTimeline.render(timelines, screen.width(), glyphs, colour));
        screen.line();
        screen.out().print(TextTable.render(timelines, screen.width(), glyphs, colour));
    }

    private void teach() {
        screen.line();
        screen.title("What to notice");
        lesson.notice().forEach(point -> screen.item("  - ", point));
        screen.line();
        screen.title("What to try next");
        for (var suggestion : lesson.suggestions()) {
            screen.line("  ./lesson " + suggestion.command());
            screen.item("      ", suggestion.why());
        }
    }

    /** A failure in a line: what, and where in the lesson's own code. */
    private static String described(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return "stopped";
        }
        if (failure instanceof Stuck) {
            return String.valueOf(failure.getMessage());
        }
        String where = failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
        return "failed: " + failure + where;
    }
}
