package interleave.recorder.page;

import com.fasterxml.jackson.jr.ob.JSON;
import interleave.recorder.layout.LibraryThreads;
import interleave.recorder.layout.SafeText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Scheduling;
import interleave.recorder.model.Span;
import interleave.recorder.model.Wake;
import interleave.recorder.svg.SpanStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the data for the page's script as compact JSON: all texts are in one table. */
final class PageData {

    private final Map<String, Integer> words = new LinkedHashMap<>();

    private PageData() {}

    /**
     * Times are in nanoseconds. A lane is {@code [name, kind, start, end, outlives, spans, marks]}, a span {@code [end,
     * state, detail, line, source]}, and a mark {@code [at, line, kind]}. A span begins where the previous one ends.
     * Names, kinds, states, details and lines of marks are indexes into {@code words}. The line of a span is a line of
     * one of the sources. A stay in a queue is {@code [kind, name, from, to]}, and a wake-up {@code [waker, woken,
     * from, to]} with indexes of lanes. The threads of libraries are indexes of lanes, too. The JSON is safe inside a
     * script element.
     */
    static String json(List<TimelinePage.Version> shown) {
        var data = new PageData();
        var json = new LinkedHashMap<String, Object>();
        json.put("versions", shown.stream().map(data::version).toList());
        json.put("words", data.words.keySet());
        try {
            return JSON.std.asString(json).replace("<", "\\u003c");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, Object> version(TimelinePage.Version shown) {
        List<String> files =
                shown.sources().stream().map(TimelinePage.Source::file).toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("name", SafeText.visible(shown.timeline().version()));
        json.put("files", files);
        json.put("end", shown.timeline().duration().toNanos());
        json.put(
                "lanes",
                shown.timeline().lanes().stream().map(lane -> lane(lane, files)).toList());
        json.put("libraries", libraries(shown.timeline().lanes()));
        Scheduling scheduling = shown.timeline().scheduling();
        json.put("queued", scheduling.queued().stream().map(this::queued).toList());
        json.put("wakes", scheduling.wakes().stream().map(PageData::wake).toList());
        return json;
    }

    /** The script uses the ordinals of the kinds. */
    @SuppressWarnings("EnumOrdinal")
    private List<Object> queued(Queued queued) {
        return List.of(
                queued.kind().ordinal(),
                word(queued.name()),
                queued.from().toNanos(),
                queued.to().toNanos());
    }

    private static List<Integer> libraries(List<Lane> lanes) {
        return IntStream.range(0, lanes.size())
                .filter(index -> LibraryThreads.includes(lanes.get(index)))
                .boxed()
                .toList();
    }

    private static List<Object> wake(Wake wake) {
        return List.of(
                wake.waker(), wake.woken(), wake.from().toNanos(), wake.to().toNanos());
    }

    private List<Object> lane(Lane lane, List<String> files) {
        return List.of(
                word(lane.name()),
                word(lane.kind().name().toLowerCase(Locale.ROOT)),
                lane.start().toNanos(),
                lane.end().toNanos(),
                lane.outlives() ? 1 : 0,
                lane.spans().stream().map(span -> span(span, files)).toList(),
                lane.marks().stream().map(this::mark).toList());
    }

    /** The span, with the innermost place in one of the files, if there is one. */
    private List<Object> span(Span span, List<String> files) {
        var json = new ArrayList<Object>(
                List.of(span.end().toNanos(), word(SpanStyle.of(span).cssClass()), word(span.detail())));
        span.places().stream()
                .filter(place -> files.contains(place.file()))
                .findFirst()
                .ifPresent(place -> {
                    json.add(place.line());
                    json.add(files.indexOf(place.file()));
                });
        return json;
    }

    /** The script uses the ordinals of the kinds. */
    @SuppressWarnings("EnumOrdinal")
    private List<Object> mark(Mark mark) {
        return List.of(mark.at().toNanos(), word(mark.line()), mark.kind().ordinal());
    }

    private int word(String text) {
        return words.computeIfAbsent(SafeText.visible(text), first -> words.size());
    }
}
