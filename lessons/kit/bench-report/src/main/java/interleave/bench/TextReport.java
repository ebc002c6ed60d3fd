package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A result for the terminal: a table and verdicts for each group, then warnings about the numbers. */
public final class TextReport {
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
            lines.addAll(table(group));
            group.verdicts().forEach(verdict -> lines.addAll(wrapped("  -> ", verdict)));
            lines.add("");
        }
        remarks(results).forEach(remark -> lines.addAll(wrapped("", remark)));
        return lines.stream()
                .map(line -> line.replace(Metric.PLUS_MINUS, plusMinus))
                .toList();
    }

    /** Remarks that apply to all numbers of a run. */
    static List<String> remarks(Results results) {
        var remarks = new ArrayList<String>();
        if (results.rows().stream().anyMatch(row -> row.metric().forks() < 2)) {
            remarks.add("One JVM per row: the intervals shown (" + Metric.PLUS_MINUS
                    + " is 99.9 %) do not include the differences between JVMs; the verdicts allow "
                    + Math.round(100 * Metric.BETWEEN_JVMS) + " % for them.");
        }
        remarks.addAll(results.machine().warnings());
        results.cuts().stream()
                .collect(Collectors.groupingBy(
                        Results.Note::why,
                        LinkedHashMap::new,
                        Collectors.mapping(Results.Note::what, Collectors.joining("; "))))
                .forEach((why, what) -> remarks.add("Not measured, " + why + ": " + what + "."));
        results.failures().forEach(failure -> remarks.add("FAILED: " + failure.what() + ": " + failure.why()));
        return remarks;
    }

    private List<String> table(RowGroup group) {
        List<String> variants = group.variants();
        int nameWidth = Stream.concat(
                        Stream.of(group.title()), variants.stream().map(name -> "  " + name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        List<Double> sizes = List.copyOf(group.sizes().keySet());
        int from = 0;
        while (from < sizes.size()) {
            var block = new ArrayList<StringBuilder>();
            block.add(new StringBuilder(padded(group.title(), nameWidth)));
            variants.forEach(name -> block.add(new StringBuilder(padded("  " + name, nameWidth))));
            int to = from;
            while (to < sizes.size()) {
                List<String> column = column(group, variants, sizes.get(to));
                int columnWidth = column.stream().mapToInt(String::length).max().orElse(0) + 3;
                if (to > from && block.getFirst().length() + columnWidth > width) {
                    break;
                }
                for (int row = 0; row < column.size(); row++) {
                    block.get(row)
                            .append(" ".repeat(columnWidth - column.get(row).length()))
                            .append(column.get(row));
                }
                to++;
            }
            block.forEach(line -> lines.add(line.toString().stripTrailing()));
            from = to;
        }
        return lines;
    }

    private static List<String> column(RowGroup group, List<String> variants, double size) {
        var column = new ArrayList<String>();
        column.add(group.size(size));
        variants.forEach(name ->
                column.add(group.of(name, size).map(Metric::amountWithError).orElse("-")));
        return column;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private List<String> wrapped(String lead, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(lead.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
