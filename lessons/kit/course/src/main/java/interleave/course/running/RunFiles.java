package interleave.course.running;

import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Version;
import interleave.course.machine.FileRefusal;
import interleave.course.terminal.Screen;
import interleave.course.terminal.TypedCommand;
import interleave.recorder.model.Timeline;
import interleave.recorder.page.TimelinePage;
import interleave.recorder.svg.SvgTimeline;
import interleave.recorder.trace.ChromeTrace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run writes: a page, a picture, a recording and a trace.
 *
 * @param page where to write the page, and beside it the recording and the trace
 * @param picture where to write the picture
 * @param open whether to open the page in the browser
 * @param answers whether the page opens with its answers
 * @param options the command, shown on the page
 */
public record RunFiles(
        Optional<Path> page, Optional<Path> picture, boolean open, TimelinePage.Answers answers, RunOptions options) {

    /**
     * The files that the options name.
     *
     * @param page the name of the file; empty for the default name, null for no file
     * @param usual the default file, without an extension
     * @throws CourseException when a file's name cannot be meant
     */
    public static RunFiles asked(
            @Nullable String page,
            @Nullable String picture,
            boolean open,
            TimelinePage.Answers answers,
            Path usual,
            RunOptions options) {
        String wanted = page == null && open ? "" : page;
        return new RunFiles(
                file("--html", wanted, ".html", usual), file("--svg", picture, ".svg", usual), open, answers, options);
    }

    /** Refuses a name with another extension: it is most likely a lesson's name, typed after the option. */
    private static Optional<Path> file(String option, @Nullable String asked, String ending, Path usual) {
        if (asked == null) {
            return Optional.empty();
        }
        if (asked.isEmpty()) {
            return Optional.of(usual.resolveSibling(usual.getFileName() + ending));
        }
        if (!asked.toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new CourseException(
                    "'" + asked + "' is not a valid file name: it must end in " + ending + ".",
                    "Type ./lesson greet " + option + ", or: ./lesson greet " + option + " my" + ending);
        }
        try {
            return Optional.of(Path.of(asked).toAbsolutePath());
        } catch (InvalidPathException impossible) {
            throw new CourseException("'" + asked + "' is not a valid file name.", "Choose another name.");
        }
    }

    /**
     * Writes the page and the picture if they were requested, and prints where they are.
     *
     * @param unfinished the versions that could not run or did not finish, and why
     * @param runner has the recording
     * @throws CourseException when a file cannot be written
     */
    void write(Lesson lesson, List<Timeline> timelines, Unfinished unfinished, VersionRunner runner, Screen screen)
            throws IOException {
        if (timelines.isEmpty() || (page.isEmpty() && picture.isEmpty())) {
            return;
        }
        screen.line();
        try {
            if (picture.isPresent()) {
                write(picture.get(), SvgTimeline.render(timelines));
                screen.line("The picture: " + picture.get());
            }
            if (page.isPresent()) {
                writePage(page.get(), lesson, runner, timelines, unfinished, screen);
            }
        } catch (FileSystemException refused) {
            throw new CourseException(
                    "Cannot write " + refused.getFile() + ": " + FileRefusal.reason(refused) + ".",
                    "Name another file, such as: ./lesson " + lesson.name() + " --html /tmp/" + lesson.name()
                            + ".html");
        }
        if (open) {
            page.ifPresent(file -> Browser.here()
                    .open(file.toUri())
                    .ifPresent(obstacle -> screen.item("", obstacle + " Open this file by hand: " + file)));
        }
    }

    private void writePage(
            Path file,
            Lesson lesson,
            VersionRunner runner,
            List<Timeline> timelines,
            Unfinished unfinished,
            Screen screen)
            throws IOException {
        Path trace = beside(file, ".trace.json");
        Path recording = beside(file, ".jfr");
        write(trace, ChromeTrace.json(timelines));
        boolean recorded = runner.saveRecording(recording);
        var run = new TimelinePage.Run(
                options.command(),
                recorded ? "As it ran, watched by Flight Recorder." : "In virtual time: the same waits, exactly.",
                answers,
                unfinished.skipped());
        write(file, new TimelinePage(told(lesson), run, versions(lesson, timelines, unfinished)).html());
        screen.line("The page: " + file);
        screen.line("For Perfetto (ui.perfetto.dev): " + trace);
        if (recorded) {
            screen.line("For JDK Mission Control: " + recording);
        }
    }

    private static TimelinePage.Lesson told(Lesson lesson) {
        return new TimelinePage.Lesson(
                lesson.title(),
                lesson.question(),
                lesson.notice(),
                lesson.suggestions().stream()
                        .map(next ->
                                new TimelinePage.Suggestion(TypedCommand.in("./lesson " + next.command()), next.why()))
                        .toList());
    }

    private static List<TimelinePage.Version> versions(Lesson lesson, List<Timeline> timelines, Unfinished unfinished) {
        var drawn = new ArrayList<TimelinePage.Version>();
        for (Timeline timeline : timelines) {
            for (Version version : lesson.versions()) {
                if (version.label().equals(timeline.version())) {
                    drawn.add(new TimelinePage.Version(
                            timeline, version.about(), unfinished.report(version), sources(lesson, version)));
                }
            }
        }
        return drawn;
    }

    /** The sources of a version, shown on the page next to its lanes. */
    private static List<TimelinePage.Source> sources(Lesson lesson, Version version) {
        var sources = new ArrayList<TimelinePage.Source>();
        lesson.sourceOf(version).flatMap(RunFiles::content).ifPresent(own -> {
            sources.add(own);
            lesson.versions().stream()
                    .filter(other -> own.code().contains("new " + other.simpleName() + "(") && !other.equals(version))
                    .forEach(other ->
                            lesson.sourceOf(other).flatMap(RunFiles::content).ifPresent(sources::add));
        });
        return sources;
    }

    private static Optional<TimelinePage.Source> content(Path source) {
        try {
            return Optional.of(new TimelinePage.Source(String.valueOf(source.getFileName()), Files.readString(source)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path beside(Path page, String ending) {
        return page.resolveSibling(String.valueOf(page.getFileName()).replaceFirst("(?i)\\.html$", "") + ending);
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
