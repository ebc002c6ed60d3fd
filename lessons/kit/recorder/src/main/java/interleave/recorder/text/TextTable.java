package interleave.recorder.text;

import interleave.recorder.layout.Labels;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Lays versions side by side as a table: time taken, threads used, most tasks in progress at once. */
public final class TextTable {

    private static final String GAP = "   ";

    private TextTable() {}

    /**
     * A header and a line a version; each ends with {@code \n} and none is wider than {@code width} columns, 40 at
     * least.
     */
    public static String render(List<Timeline> timelines, int width, Glyphs glyphs, Colour colour) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("version", "time", "threads", "at once"));
        for (Timeline timeline : timelines) {
            rows.add(List.of(
                    glyphs.name(timeline.version()),
                    Labels.shortTime(timeline),
                    timeline.threads().toString(),
                    String.valueOf(timeline.peakInProgress())));
        }
        int time = widest(rows, 1);
        int atOnce = widest(rows, 3);
        int room = Math.max(40, width) - time - atOnce - 3 * GAP.length();
        int threads = Math.min(widest(rows, 2), room / 2);
        int version = Math.min(widest(rows, 0), room - threads);
        var text = new StringBuilder();
        for (var row : rows) {
            String line = TerminalText.fit(row.get(0), version, glyphs.ellipsis)
                    + GAP
                    + right(row.get(1), time)
                    + GAP
                    + TerminalText.fit(row.get(2), threads, glyphs.ellipsis)
                    + GAP
                    + right(row.get(3), atOnce);
            text.append(text.isEmpty() ? colour.faint(line) : line).append('\n');
        }
        return text.toString();
    }

    private static int widest(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> TerminalText.width(row.get(column)))
                .max()
                .orElse(0);
    }

    private static String right(String cell, int columns) {
        return " ".repeat(columns - TerminalText.width(cell)) + cell;
    }
}
