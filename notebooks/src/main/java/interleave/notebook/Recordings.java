package interleave.notebook;

import interleave.recorder.Recorder;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs and records versions of a lesson in a notebook, and draws their timelines. */
public final class Recordings {
    private static final int COLUMNS = 90;

    /** The lines of cells are lines of code that JShell generates. */
    private static final Pattern FRAME_OF_CELL = Pattern.compile("^\\s+at (?:REPL\\.|interleave\\.notebook\\.)");

    private Recordings() {}

    /**
     * Runs {@code body} in virtual time: at once, with exact times, and with the same result each time. Prints its
     * lines with their times. If it hangs, it is ended, and the report of what each thread waits for is printed.
     *
     * @throws Exception the exception of the body
     */
    public static RecordedRun instantly(String version, ThrowingRunnable body) throws Exception {
        var lines = new StringBuilder(version).append('\n');
        var trace = new VirtualTimeTrace(
                version, (at, line) -> lines.append(formatted(at, line)).append('\n'));
        var ending = Ending.DONE;
        try {
            new VirtualTime()
                    .expectUncaught()
                    .listener(trace)
                    .start(body); // the JVM prints the exception, as it does live
        } catch (Stuck hang) {
            lines.append(report(hang)).append('\n');
            ending = Ending.FAILED;
        } finally {
            IO.print(lines);
        }
        return new RecordedRun(trace.timeline(ending));
    }

    /** The report with the frames of lessons, and without those of cells and of the kernel. */
    private static String report(Stuck hang) {
        return String.valueOf(hang.getMessage())
                .lines()
                .filter(line -> !FRAME_OF_CELL.matcher(line).find())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Runs {@code body} in real time, and records it with Flight Recorder. Prints its lines with their times.
     *
     * @throws Exception the exception of the body
     * @throws IllegalStateException if Flight Recorder cannot record here
     */
    public static RecordedRun live(String version, ThrowingRunnable body) throws Exception {
        IO.println(version);
        try (Recorder recorder = Recorder.start((running, at, line) -> IO.println(formatted(at, line)))) {
            recorder.obstacle().ifPresent(Recordings::refuse);
            switch (recorder.record(version, body).failure().orElse(null)) {
                case null -> {}
                case Exception failed -> throw failed;
                case Error failed -> throw failed;
                case Throwable other -> throw new IllegalStateException(other);
            }
            return new RecordedRun(recorder.timelines().getFirst());
        }
    }

    private static void refuse(String obstacle) {
        throw new IllegalStateException(obstacle + " Use 'instantly', which needs no recording, instead of 'live'.");
    }

    /** Draws several runs on one time axis, as SVG with plain text as the alternative. */
    public static Display draw(RecordedRun... versions) {
        List<Timeline> all = Stream.of(versions).map(RecordedRun::timeline).toList();
        return Display.svg(
                SvgTimeline.render(all),
                TextTimeline.render(all, COLUMNS, Glyphs.of(StandardCharsets.UTF_8), Colour.NONE));
    }

    private static String formatted(Duration at, String line) {
        return String.format(Locale.ROOT, "%5.1f s  %s", at.toMillis() / 1000.0, line);
    }
}
