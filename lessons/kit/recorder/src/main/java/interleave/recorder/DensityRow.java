package interleave.recorder;

import java.util.List;

/** Draws many lanes as one row: how many of them are in progress, as a share of the most. */
final class DensityRow {

    private final Scale scale;
    private final Glyphs glyphs;
    private final Legend legend;

    DensityRow(Scale scale, Glyphs glyphs, Legend legend) {
        this.scale = scale;
        this.glyphs = glyphs;
        this.legend = legend;
    }

    Cells draw(List<Lane> lanes) {
        var cells = new Cells(scale.columns());
        Progress progress = Progress.of(lanes);
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
