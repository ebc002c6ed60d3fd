package interleave.recorder.text;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.Arrays;

/**
 * Draws one lane: in each column the state that takes most of its time, and a mark for each printed line or failure.
 */
final class LaneRow {

    /** For columns without a span. */
    private static final Span RUNNING = new Span(Duration.ZERO, Duration.ZERO, State.RUNNING, "running");

    private final ColumnAxis scale;
    private final Glyphs glyphs;
    private final TextLegend legend;

    LaneRow(ColumnAxis scale, Glyphs glyphs, TextLegend legend) {
        this.scale = scale;
        this.glyphs = glyphs;
        this.legend = legend;
    }

    CharacterRow draw(Lane lane, Timeline timeline) {
        var cells = new CharacterRow(scale.columns());
        int last = Math.max(scale.column(lane.start()), scale.lastColumn(lane.end()));
        drawSpans(lane, last, cells);
        for (Mark.Kind kind : Mark.Kind.values()) { // a failure covers a line in the same column
            drawMarks(lane, kind, timeline.duration(), last, cells);
        }
        if (lane.outlives() && timeline.finished()) {
            cells.put(last, glyphs.continues);
            legend.drawnContinues();
        }
        return cells;
    }

    private void drawMarks(Lane lane, Mark.Kind kind, Duration end, int last, CharacterRow cells) {
        for (Mark mark : lane.marks()) {
            if (mark.kind() == kind && mark.at().compareTo(end) <= 0) {
                cells.put(Math.min(scale.column(mark.at()), last), glyphs.mark(kind));
                legend.drawn(kind);
            }
        }
    }

    private void drawSpans(Lane lane, int last, CharacterRow cells) {
        var most = new Duration[scale.columns()];
        var longest = new Span[scale.columns()];
        Arrays.fill(longest, RUNNING);
        for (Span span : lane.spans()) {
            for (int column = scale.column(span.start()); column <= scale.lastColumn(span.end()); column++) {
                Duration inColumn = overlap(span, column);
                if (most[column] == null || inColumn.compareTo(most[column]) > 0) {
                    most[column] = inColumn;
                    longest[column] = span;
                }
            }
        }
        for (int column = scale.column(lane.start()); column <= last; column++) {
            cells.put(column, glyphs.of(longest[column]), longest[column].state());
            legend.drawn(longest[column]);
        }
    }

    private Duration overlap(Span span, int column) {
        Duration from = scale.start(column);
        Duration to = scale.start(column + 1);
        Duration start = span.start().compareTo(from) > 0 ? span.start() : from;
        Duration end = span.end().compareTo(to) < 0 ? span.end() : to;
        return end.minus(start);
    }
}
