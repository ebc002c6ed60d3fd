package interleave.recorder.text;

import interleave.recorder.layout.Labels;
import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Compares versions in a table: time, number of threads, and maximum number of concurrent tasks. */
public final class TextTable {

    private static final String GAP = "   ";

    private TextTable() {}

    /**
     * Renders a header and one line per version. Each line ends with {@code \n}, and is at most {@code width} columns
     * wide (40 if {@code width} is less).
     */
    public static String render(List<Timeline> timelines, int width, Glyphs glyphs, Colour colour) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("version", "time", "threads", Labels.MAX_CONCURRENT));
        for (Timeline timeline : timelines) {
            rows.add(List.of(
                    glyphs.name(timeline.version()),
                    Labels.shortTime(timeline),
                    timeline.threads().toString(),
                    timeline.concurrency()));
        }
        int time = widest(rows, 1);
        int peak = widest(rows, 3);
        int room = Math.max(40, width) - time - peak - 3 * GAP.length();
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
                    + right(row.get(3), peak);
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
