package interleave.recorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page's script works on, as JSON: short names and one table of all words keep thousands of lanes small. */
final class PageData {

    private final Map<String, Integer> words = new LinkedHashMap<>();

    private PageData() {}

    /**
     * Times in nanoseconds. A lane is {@code [name, kind, start, end, outlives, spans, marks]}, a span {@code [end,
     * state, detail, line, source]} and begins where the one before ended, a mark {@code [at, line]}, or {@code [at,
     * line, kind]} when it is not simply printed; names, kinds, states, details and lines of marks are indexes into
     * {@code words}, the line of a span is that of one of the sources.
     */
    static String json(List<TimelinePage.Version> drawn) {
        var data = new PageData();
        var versions = drawn.stream().map(data::version).toList();
        return "{\"versions\":[" + String.join(",\n", versions) + "],\n\"words\":["
                + String.join(
                        ",", data.words.keySet().stream().map(Markup::json).toList()) + "]}";
    }

    private String version(TimelinePage.Version drawn) {
        Timeline timeline = drawn.timeline();
        String files = String.join(
                ",",
                drawn.sources().stream()
                        .map(source -> Markup.json(source.file()))
                        .toList());
        return "{\"name\":" + Markup.json(timeline.version()) + ",\"files\":[" + files + "],\"end\":"
                + timeline.duration().toNanos()
                + ",\"lanes\":["
                + String.join(
                        ",\n",
                        timeline.lanes().stream()
                                .map(lane -> lane(lane, drawn.sources()))
                                .toList())
                + "]}";
    }

    private String lane(Lane lane, List<TimelinePage.Source> sources) {
        var spans = new ArrayList<String>();
        for (Span span : lane.spans()) {
            spans.add("[" + span.end().toNanos() + "," + word(Look.of(span).cssClass()) + "," + word(span.detail())
                    + line(span, sources) + "]");
        }
        var marks = lane.marks().stream()
                .map(mark -> "[" + mark.at().toNanos() + "," + word(mark.line()) + kind(mark) + "]");
        return "[" + word(lane.name()) + "," + word(lane.kind().name().toLowerCase(Locale.ROOT)) + ","
                + nanos(lane.start()) + ","
                + nanos(lane.end()) + "," + (lane.outlives() ? 1 : 0) + ",[" + String.join(",", spans) + "],["
                + String.join(",", marks.toList()) + "]]";
    }

    /** As data.js numbers them. */
    private static String kind(Mark mark) {
        return switch (mark.kind()) {
            case PRINTED -> "";
            case COMPLAINED -> ",1";
            case FAILED -> ",2";
        };
    }

    /** The innermost line that stands in the code beside the lanes. */
    private static String line(Span span, List<TimelinePage.Source> sources) {
        List<String> files = sources.stream().map(TimelinePage.Source::file).toList();
        return span.places().stream()
                .filter(place -> files.contains(place.file()))
                .findFirst()
                .map(place -> "," + place.line() + "," + files.indexOf(place.file()))
                .orElse("");
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }

    private int word(String text) {
        return words.computeIfAbsent(text, first -> words.size());
    }
}
