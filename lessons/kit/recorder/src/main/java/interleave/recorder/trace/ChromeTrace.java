package interleave.recorder.trace;

import com.fasterxml.jackson.jr.ob.JSON;
import interleave.recorder.layout.SafeText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes timelines in the JSON format of Chrome's trace viewer, which Perfetto reads. A version becomes a process, and
 * a lane a thread.
 */
public final class ChromeTrace {

    private final List<Map<String, Object>> events = new ArrayList<>();

    private ChromeTrace() {}

    /** The trace as JSON. All versions start at the same moment. Times are in microseconds. */
    public static String json(List<Timeline> timelines) {
        var trace = new ChromeTrace();
        for (int version = 0; version < timelines.size(); version++) {
            trace.add(timelines.get(version), version + 1);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("displayTimeUnit", "ms");
        json.put("traceEvents", trace.events);
        try {
            return JSON.std.asString(json) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void add(Timeline timeline, int process) {
        metadata("process_name", process, 0, "name", SafeText.visible(timeline.version()));
        metadata("process_sort_index", process, 0, "sort_index", process);
        for (int lane = 0; lane < timeline.lanes().size(); lane++) {
            add(timeline.lanes().get(lane), process, lane + 1);
        }
    }

    private void add(Lane lane, int process, int thread) {
        metadata("thread_name", process, thread, "name", SafeText.visible(lane.name()));
        metadata("thread_sort_index", process, thread, "sort_index", thread);
        for (Span span : lane.spans()) {
            var event = event("X", span.detail(), process, thread);
            event.put("cat", span.state().name().toLowerCase(Locale.ROOT));
            event.put("ts", micros(span.start()));
            event.put("dur", micros(span.length()));
            if (!span.places().isEmpty()) {
                event.put("args", Map.of("at", places(span)));
            }
        }
        for (Mark mark : lane.marks()) {
            var event = event("i", SafeText.visible(mark.line()), process, thread);
            event.put("s", "t");
            event.put("cat", category(mark));
            event.put("ts", micros(mark.at()));
        }
    }

    private void metadata(String name, int process, int thread, String key, Object value) {
        event("M", name, process, thread).put("args", Map.of(key, value));
    }

    private Map<String, Object> event(String phase, String name, int process, int thread) {
        var event = new LinkedHashMap<String, Object>();
        event.put("ph", phase);
        event.put("name", name);
        event.put("pid", process);
        event.put("tid", thread);
        events.add(event);
        return event;
    }

    private static String category(Mark mark) {
        return switch (mark.kind()) {
            case PRINTED -> "line";
            case PRINTED_TO_ERR -> "error stream";
            case FAILED -> "failure";
        };
    }

    /** Innermost first. */
    private static String places(Span span) {
        return String.join(
                ", ",
                span.places().stream()
                        .map(place -> place.file() + ":" + place.line())
                        .toList());
    }

    private static BigDecimal micros(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 3);
    }
}
