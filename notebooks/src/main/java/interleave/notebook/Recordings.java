package interleave.notebook;

import interleave.recorder.Recorder;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTimeline;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs versions of a lesson in a notebook, watches them, and draws what they did. */
public final class Recordings {
    private static final int COLUMNS = 90;

    private Recordings() {}

    /**
     * Runs {@code body} in virtual time: at once, exactly, and the same each time. Prints its lines with their times.
     *
     * @throws Exception what the body threw
     */
    public static RecordedRun instantly(String version, ThrowingRunnable body) throws Exception {
        var lines = new StringBuilder(version).append('\n');
        var trace = new VirtualTimeTrace(
                version, (at, line) -> lines.append(told(at, line)).append('\n'));
        try {
            new VirtualTime().listener(trace).start(body);
        } finally {
            IO.print(lines);
        }
        return new RecordedRun(trace.timeline(Ending.DONE));
    }

    /**
     * Runs {@code body} as it is, while Flight Recorder watches. Prints its lines, with their times, as they come.
     *
     * @throws Exception what the body threw
     */
    public static RecordedRun live(String version, ThrowingRunnable body) throws Exception {
        IO.println(version);
        try (Recorder recorder = Recorder.start((running, at, line) -> IO.println(told(at, line)))) {
            switch (recorder.record(version, body).failure().orElse(null)) {
                case null -> {}
                case Exception failed -> throw failed;
                case Error failed -> throw failed;
                case Throwable other -> throw new IllegalStateException(other);
            }
            return new RecordedRun(recorder.timelines().getFirst());
        }
    }

    /** Draws what several versions did on one axis: a picture where it can be shown, text elsewhere. */
    public static Display draw(RecordedRun... versions) {
        List<Timeline> all = Stream.of(versions).map(RecordedRun::timeline).toList();
        return Display.svg(
                SvgTimeline.render(all),
                TextTimeline.render(all, COLUMNS, Glyphs.of(StandardCharsets.UTF_8), Colour.NONE));
    }

    private static String told(Duration at, String line) {
        return String.format(Locale.ROOT, "%5.1f s  %s", at.toMillis() / 1000.0, line);
    }
}
