package interleave.recorder.text;

import interleave.recorder.layout.ColumnAxis;
import interleave.recorder.model.ConcurrencyLevel;
import interleave.recorder.model.Lane;
import interleave.recorder.model.State;
import java.util.List;

/** Draws many lanes as one row: the number in progress, relative to the maximum. */
final class DensityRow {

    private final ColumnAxis scale;
    private final Glyphs glyphs;
    private final TextLegend legend;

    DensityRow(ColumnAxis scale, Glyphs glyphs, TextLegend legend) {
        this.scale = scale;
        this.glyphs = glyphs;
        this.legend = legend;
    }

    CharacterRow draw(List<Lane> lanes) {
        var cells = new CharacterRow(scale.columns());
        ConcurrencyLevel progress = ConcurrencyLevel.of(lanes);
        int peak = progress.peak();
        int most = glyphs.density.length() - 1;
        for (int column = 0; column < scale.columns(); column++) {
            int count = progress.peakBetween(scale.start(column), scale.start(column + 1));
            int level = peak == 0 ? 0 : (int) Math.ceilDiv((long) count * most, peak);
            cells.put(column, glyphs.density.charAt(level), State.RUNNING);
        }
        legend.drawnDensity();
        return cells;
    }
}
