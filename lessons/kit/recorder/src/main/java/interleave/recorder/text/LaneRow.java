package interleave.recorder.text;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;

/** Draws one lane: in each column the state that takes most of its time, and a mark for each printed line. */
final class LaneRow {

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
        for (Mark mark : lane.marks()) {
            if (mark.isPrinted() && mark.at().compareTo(timeline.duration()) <= 0) {
                cells.put(Math.min(scale.column(mark.at()), last), glyphs.mark);
                legend.drawnMark();
            }
        }
        if (lane.outlives() && timeline.finished()) {
            cells.put(last, glyphs.continues);
            legend.drawnContinues();
        }
        return cells;
    }

    private void drawSpans(Lane lane, int last, CharacterRow cells) {
        var most = new Duration[scale.columns()];
        var states = new State[scale.columns()];
        for (Span span : lane.spans()) {
            for (int column = scale.column(span.start()); column <= scale.lastColumn(span.end()); column++) {
                Duration inColumn = overlap(span, column);
                if (most[column] == null || inColumn.compareTo(most[column]) > 0) {
                    most[column] = inColumn;
                    states[column] = span.state();
                }
            }
        }
        for (int column = scale.column(lane.start()); column <= last; column++) {
            State state = most[column] == null ? State.RUNNING : states[column];
            cells.put(column, glyphs.state(state), state);
            legend.drawn(state);
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
