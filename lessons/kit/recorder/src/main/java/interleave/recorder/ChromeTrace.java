package interleave.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Timelines in the JSON format of Chrome's trace viewer, which Perfetto reads: a version is a process, a lane a thread.
 */
public final class ChromeTrace {

    private ChromeTrace() {}

    /** The trace; versions begin at the same moment, times are in microseconds. */
    public static String json(List<Timeline> timelines) {
        var events = new ArrayList<String>();
        for (int version = 0; version < timelines.size(); version++) {
            int process = version + 1;
            Timeline timeline = timelines.get(version);
            events.add(name("process_name", process, 0, timeline.version()));
            events.add(sortIndex("process_sort_index", process, 0, process));
            for (int lane = 0; lane < timeline.lanes().size(); lane++) {
                add(events, timeline.lanes().get(lane), process, lane + 1);
            }
        }
        return "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n" + String.join(",\n", events) + "\n]}\n";
    }

    private static void add(List<String> events, Lane lane, int process, int thread) {
        events.add(name("thread_name", process, thread, lane.name()));
        events.add(sortIndex("thread_sort_index", process, thread, thread));
        for (Span span : lane.spans()) {
            events.add("{\"ph\":\"X\",\"name\":" + Markup.json(span.detail()) + ",\"cat\":\""
                    + SvgLane.name(span.state())
                    + "\",\"pid\":" + process + ",\"tid\":" + thread + ",\"ts\":"
                    + micros(span.start().toNanos())
                    + ",\"dur\":" + micros(span.length().toNanos()) + place(span) + "}");
        }
        for (Mark mark : lane.marks()) {
            events.add("{\"ph\":\"i\",\"s\":\"t\",\"name\":" + Markup.json(mark.line()) + ",\"cat\":\"" + category(mark)
                    + "\",\"pid\":"
                    + process
                    + ",\"tid\":" + thread + ",\"ts\":" + micros(mark.at().toNanos()) + "}");
        }
    }

    private static String category(Mark mark) {
        return switch (mark.kind()) {
            case PRINTED -> "line";
            case COMPLAINED -> "error stream";
            case FAILED -> "failure";
        };
    }

    /** Where in the program it is, innermost first. */
    private static String place(Span span) {
        return span.places().isEmpty()
                ? ""
                : ",\"args\":{\"at\":"
                        + Markup.json(String.join(
                                ", ",
                                span.places().stream()
                                        .map(place -> place.file() + ":" + place.line())
                                        .toList()))
                        + "}";
    }

    private static String name(String what, int process, int thread, String name) {
        return "{\"ph\":\"M\",\"name\":\"" + what + "\",\"pid\":" + process + ",\"tid\":" + thread
                + ",\"args\":{\"name\":" + Markup.json(name) + "}}";
    }

    private static String sortIndex(String what, int process, int thread, int index) {
        return "{\"ph\":\"M\",\"name\":\"" + what + "\",\"pid\":" + process + ",\"tid\":" + thread
                + ",\"args\":{\"sort_index\":" + index + "}}";
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%d.%03d", nanos / 1_000, nanos % 1_000);
    }
}
