package interleave.course.running;

import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Version;
import interleave.course.terminal.CtrlC;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelineSummary;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTable;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.Stuck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of a lesson: its question, each version live, the timelines on one axis, and what to notice. */
public final class LessonRun {
    private final Lesson lesson;
    private final Screen screen;
    private final RunFiles files;
    private final Predictions.Source predictions;
    private final Unfinished unfinished = new Unfinished();
    /** The version that is running, for Ctrl-C. */
    private volatile Optional<Version> running = Optional.empty();

    public LessonRun(Lesson lesson, Screen screen, RunFiles files, Predictions.Source predictions) {
        this.lesson = lesson;
        this.screen = screen;
        this.files = files;
        this.predictions = predictions;
    }

    /**
     * Returns an {@link ExitCode}.
     *
     * @throws CourseException when a version refuses its arguments
     */
    @SuppressWarnings("try") // the exit notice is only held
    public int run(List<Version> versions, VersionRunner.Factory factory) throws IOException, InterruptedException {
        List<String> arguments = files.options().arguments();
        List<Version> runnable = versions.stream()
                .filter(version -> version.obstacle().isEmpty())
                .toList();
        refuseToRunNothing(runnable, versions);
        lesson.refuseUnusableArguments(runnable, arguments);
        screen.title(lesson.title(), "lesson " + lesson.number() + ", " + lesson.minutes() + " minutes");
        screen.paragraph(lesson.question());
        List<Version> timed = runnable.stream()
                .filter(version -> version.preemptions().isEmpty())
                .toList();
        Predictions predicted = predictions.about(timed);
        boolean failed = false;
        try (VersionRunner runner = factory.create(this::printLive);
                var interrupt = CtrlC.handledBy(() -> stop(runner));
                var exit = new ExitNotice(() -> running)) {
            runner.recordingObstacle().ifPresent(this::goOnWithoutTimelines);
            Optional<List<String>> warmUp = lesson.warmUp();
            if (warmUp.isPresent()) {
                runner.prepare(timed, warmUp.get());
            }
            for (Version version : versions) {
                if (interrupt.pressed()) {
                    break;
                }
                if (!runnable.contains(version)) {
                    skip(version);
                    continue;
                }
                failed |= !ran(version, arguments, runner) && !interrupt.pressed();
            }
            List<Timeline> timelines =
                    runner.timelines().stream().map(lesson::withOperations).toList();
            draw(timelines);
            predicted.compareWith(timelines, screen);
            files.write(lesson, timelines, unfinished, runner, screen);
            if (interrupt.pressed()) {
                return ExitCode.ENDED_BY_CTRL_C;
            }
        }
        if (versions.equals(lesson.versions()) && !failed) {
            teach();
        } else if (!failed) {
            screen.line();
            screen.item(
                    "All versions: ",
                    "./lesson " + lesson.name() + (lesson.service().isPresent() ? " --only all" : ""));
        }
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static void refuseToRunNothing(List<Version> runnable, List<Version> versions) {
        if (runnable.isEmpty()) {
            Version first = versions.getFirst();
            throw new CourseException(
                    first.label() + " cannot run here: " + first.obstacle().orElseThrow());
        }
    }

    /** @throws CourseException when files of the timelines were requested */
    private void goOnWithoutTimelines(String obstacle) {
        String instead = "./lesson " + lesson.name() + " --instant";
        if (files.page().isPresent() || files.picture().isPresent()) {
            throw new CourseException("There are no timelines to write. " + obstacle, instead + " needs no recording.");
        }
        screen.line();
        screen.item("Note: ", "there are no timelines. " + obstacle + " " + instead + " needs no recording.");
    }

    private void skip(Version version) {
        screen.line();
        screen.title(version.label() + ": " + version.about());
        String reason = "skipped: " + version.obstacle().orElseThrow();
        screen.item("        ", reason);
        unfinished.skip(version, reason, Optional.empty());
    }

    private boolean ran(Version version, List<String> arguments, VersionRunner runner) throws InterruptedException {
        screen.line();
        screen.title(version.label() + ": " + version.about());
        if (version.preemptions().isPresent()) {
            tryAllSchedules(version, arguments);
            return true;
        }
        Optional<String> obstacle = runner.obstacle(version);
        if (obstacle.isPresent()) {
            referToRealTime(version, "not in virtual time: " + obstacle.get());
            return true;
        }
        running = Optional.of(version);
        Optional<Throwable> failure = runner.run(version, arguments);
        running = Optional.empty();
        if (failure.isPresent() && failure.get() instanceof RealTimeNeeded reason) {
            referToRealTime(version, String.valueOf(reason.getMessage()));
            return true;
        }
        failure.map(thrown -> new RunFailure(thrown, lesson)).ifPresent(seen -> show(version, seen));
        return failure.isEmpty() || (version.hangs() && failure.get() instanceof Stuck);
    }

    private void referToRealTime(Version version, String reason) {
        String instead = files.options().inRealTime(version.id()).command();
        screen.item("        ", reason);
        screen.line("        in real time: " + instead);
        unfinished.skip(version, reason, Optional.of(instead));
    }

    /** The student should see a schedule that fails, so it is not a failure of the run. */
    private void tryAllSchedules(Version version, List<String> arguments) {
        var schedules = new AllSchedules(version, arguments, line -> screen.line("        " + line));
        schedules
                .firstFailure()
                .flatMap(failure -> new RunFailure(failure, lesson).refusal(files.options()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        schedules.report();
        unfinished.skip(version, "all schedules are tried, which has no timeline", Optional.empty());
    }

    /** A refusal ends the whole run, because the other versions would refuse too. */
    private void show(Version version, RunFailure failure) {
        failure.refusal(files.options()).ifPresent(refusal -> {
            throw refusal;
        });
        unfinished.fail(version, failure.description());
        failure.description().lines().forEach(line -> screen.line("        " + line));
    }

    private void stop(VersionRunner runner) throws InterruptedException {
        if (!runner.interrupt()) {
            running.ifPresent(version -> screen.line("        " + version.label()
                    + " was interrupted, but it is still running. Press Ctrl-C again to end the program."));
        }
    }

    private void printLive(Duration at, String line) {
        screen.line("%5.1f s  %s".formatted(at.toMillis() / 1000.0, line));
    }

    private void draw(List<Timeline> timelines) {
        if (timelines.isEmpty()) {
            return; // no version could run
        }
        var glyphs = Glyphs.of(screen.out().charset());
        var colour = screen.colour() ? Colour.ANSI : Colour.NONE;
        screen.line();
        screen.out().print(TextTimeline.render(timelines, screen.width(), glyphs, colour));
        screen.line();
        screen.out().print(TextTable.render(timelines, screen.width(), glyphs, colour));
        explain(timelines);
    }

    /** The same sentences as on the page. */
    private void explain(List<Timeline> timelines) {
        screen.line();
        for (Timeline timeline : timelines) {
            String summary = TimelineSummary.of(timeline);
            if (!summary.isEmpty()) {
                screen.item(timeline.version() + ": ", summary);
            }
        }
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
}
