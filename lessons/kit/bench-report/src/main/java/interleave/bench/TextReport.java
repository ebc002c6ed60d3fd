package interleave.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A result for the terminal: what each group measures, its table and its verdicts; at the end how to read the numbers,
 * and what is missing.
 */
public final class TextReport {
    /** Lines of a profiler's text that the terminal shows for each row. */
    private static final int PROFILER_LINES = 6;

    private final Results results;
    private final int width;
    private final String plusMinus;

    /**
     * @param width in columns
     * @param unicode whether the terminal can show characters beyond ASCII
     */
    public TextReport(Results results, int width, boolean unicode) {
        this.results = results;
        this.width = width;
        this.plusMinus = unicode ? "\u00b1" : "+-";
    }

    /** The lines. Text is wrapped, and a table that is too wide is split into several. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (RowGroup group : RowGroup.of(results.rows())) {
            lines.addAll(wrapped("", group.title()));
            lines.addAll(wrapped("  ", Introduction.to(group)));
            lines.addAll(ResultTable.of(group, width));
            group.verdicts().forEach(verdict -> lines.addAll(wrapped("  -> ", verdict)));
            group.notes().forEach(note -> lines.addAll(wrapped("     ", note)));
            lines.addAll(profilers(group.profilers()));
            lines.add("");
        }
        var remarks = new Remarks(results);
        remarks.aboutNumbers().forEach(remark -> lines.addAll(wrapped("", remark)));
        remarks.aboutMissingRows().forEach(remark -> lines.addAll(wrapped("", remark)));
        return lines.stream()
                .map(line -> line.replace(Metric.PLUS_MINUS, plusMinus))
                .toList();
    }

    private List<String> profilers(ProfilerOutput profilers) {
        var lines = new ArrayList<String>();
        profilers.tables().forEach(table -> {
            lines.add("");
            lines.addAll(wrapped("", table.title()));
            lines.addAll(ResultTable.of(table, width));
        });
        profilers.texts().forEach(text -> {
            lines.add("");
            lines.add(text.title());
            text.lines().stream()
                    .filter(line -> !line.isBlank())
                    .limit(PROFILER_LINES)
                    .map(line -> "  " + line.substring(0, Math.min(line.length(), width - 2)))
                    .forEach(lines::add);
            if (text.lines().size() > PROFILER_LINES) {
                lines.add("  (the page has all lines)");
            }
        });
        return lines;
    }

    private List<String> wrapped(String lead, String text) {
        return Wrapping.lines(lead, text, width);
    }
}
