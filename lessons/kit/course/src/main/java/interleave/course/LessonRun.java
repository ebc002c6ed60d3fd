package interleave.course;

import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelinePage;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTable;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.Stuck;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** One run of a lesson: its question, each version live, the timelines on one axis, and what to notice. */
final class LessonRun {
    private final Lesson lesson;
    private final Screen screen;
    private final Drawings drawings;
    private final List<TimelinePage.Skipped> skipped = new ArrayList<>();
    /** What runs now, for whoever ends it. */
    private volatile Optional<Version> running = Optional.empty();

    LessonRun(Lesson lesson, Screen screen, Drawings drawings) {
        this.lesson = lesson;
        this.screen = screen;
        this.drawings = drawings;
    }

    /** How versions are run and watched; told where the lines go that they print. */
    interface WatchMaker {
        Watch make(Watch.Lines lines);
    }

    /** Returns an exit code: 1 when a version failed, 130 when Ctrl-C ended the run. */
    @SuppressWarnings("try") // the exit notice is only held
    int run(List<Version> versions, List<String> arguments, WatchMaker maker) throws IOException, InterruptedException {
        List<Version> runnable = versions.stream()
                .filter(version -> version.obstacle().isEmpty())
                .toList();
        refuseToRunNothing(runnable, versions);
        lesson.refuseArgumentsNobodyTakes(runnable, arguments);
        screen.title(lesson.title(), "lesson " + lesson.number() + ", " + lesson.minutes() + " minutes");
        screen.paragraph(lesson.question());
        boolean failed = false;
        try (Watch watch = maker.make(this::printLive);
                var interrupt = CtrlC.handledBy(() -> stop(watch));
                var exit = new ExitNotice(() -> running)) {
            for (Version version : versions) {
                if (!runnable.contains(version)) {
                    skip(version);
                    continue;
                }
                failed |= !ran(version, arguments, watch) && !interrupt.pressed();
                if (interrupt.pressed()) {
                    break;
                }
            }
            draw(watch.timelines());
            drawings.write(lesson, watch, List.copyOf(skipped), screen);
            if (interrupt.pressed()) {
                return CtrlC.EXIT_CODE;
            }
        }
        if (versions.equals(lesson.versions()) && !failed) {
            teach();
        } else if (!failed) {
            screen.line();
            screen.item("All versions: ", "./lesson " + lesson.name());
        }
        return failed ? Main.FAILED : Main.DONE;
    }

    private static void refuseToRunNothing(List<Version> runnable, List<Version> versions) {
        if (runnable.isEmpty()) {
            Version first = versions.getFirst();
            throw new CourseException(
                    first.label() + " cannot run here: " + first.obstacle().orElseThrow());
        }
    }

    private void skip(Version version) {
        screen.line();
        screen.title(version.label() + ": " + version.about());
        String reason = "skipped: " + version.obstacle().orElseThrow();
        screen.item("        ", reason);
        skipped.add(new TimelinePage.Skipped(version.label(), reason, Optional.empty()));
    }

    private boolean ran(Version version, List<String> arguments, Watch watch) throws InterruptedException {
        screen.line();
        screen.title(version.label() + ": " + version.about());
        Optional<String> obstacle = watch.obstacle(version);
        if (obstacle.isPresent()) {
            String reason = "not in virtual time: " + obstacle.get();
            String instead = "./lesson " + lesson.name() + " --only " + version.id();
            screen.item("        ", reason);
            screen.line("        without it: " + instead);
            skipped.add(new TimelinePage.Skipped(version.label(), reason, Optional.of(instead)));
            return true;
        }
        running = Optional.of(version);
        Optional<Throwable> failure = watch.run(version, arguments);
        running = Optional.empty();
        refuseMistake(failure);
        failure.ifPresent(thrown -> described(thrown).lines().forEach(line -> screen.line("        " + line)));
        return failure.isEmpty();
    }

    /** What was typed is wrong, or not possible here: a lesson says so without a stack trace, and draws nothing. */
    private static void refuseMistake(Optional<Throwable> failure) {
        failure.filter(IllegalArgumentException.class::isInstance)
                .filter(told -> told.getStackTrace().length == 0)
                .ifPresent(told -> {
                    throw new CourseException(String.valueOf(told.getMessage()));
                });
    }

    private void stop(Watch watch) throws InterruptedException {
        if (!watch.interrupt()) {
            running.ifPresent(version -> screen.line("        " + version.label()
                    + " was asked to stop, but does not react. Ctrl-C again ends everything."));
        }
    }

    private void printLive(Duration at, String line) {
        screen.line("%5.1f s  %s".formatted(at.toMillis() / 1000.0, line));
    }

    private void draw(List<Timeline> timelines) {
        if (timelines.isEmpty()) {
            return; // nothing could be run
        }
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

    /** A failure in two lines: what, and where in the lesson's own code. */
    private String described(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return "stopped";
        }
        if (failure instanceof Stuck) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "failed: " + cause
                + Arrays.stream(cause.getStackTrace())
                        .filter(this::isOfTheLesson)
                        .findFirst()
                        .map(frame ->
                                System.lineSeparator() + "at " + frame.getClassName() + " (" + frame.getFileName() + ":"
                                        + frame.getLineNumber()
                                        + ")")
                        .orElse("");
    }

    private boolean isOfTheLesson(StackTraceElement frame) {
        String ownPackage = lesson.versions().getFirst().className().replaceFirst("\\.[^.]*$", ".");
        return frame.getClassName().startsWith(ownPackage);
    }
}
