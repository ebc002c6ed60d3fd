package interleave.recorder.capture;

import interleave.recorder.model.Place;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import java.util.ArrayList;
import java.util.List;

/** Builds the spans of a lane. Each begins where the previous one ends. */
final class SpanList {

    private final List<Span> spans = new ArrayList<>();
    private final VersionWindow version;
    private long filled;

    SpanList(VersionWindow version, long start) {
        this.version = version;
        this.filled = start;
    }

    /** Adds a span up to {@code end}, unless it is empty. Extends the last span if both are running. */
    void fillUpTo(long end, State state, String detail) {
        fillUpTo(end, state, detail, List.of());
    }

    /** Adds a span at places in the program. */
    void fillUpTo(long end, State state, String detail, List<Place> places) {
        if (end <= filled) {
            return;
        }
        var span = new Span(version.at(filled), version.at(end), state, detail, places);
        if (!spans.isEmpty() && state == State.RUNNING && spans.getLast().state() == State.RUNNING) {
            span = new Span(spans.removeLast().start(), span.end(), state, detail);
        }
        spans.add(span);
        filled = end;
    }

    long filled() {
        return filled;
    }

    List<Span> list() {
        return List.copyOf(spans);
    }
}
