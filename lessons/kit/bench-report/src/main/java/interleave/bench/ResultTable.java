package interleave.bench;

import java.util.ArrayList;
import java.util.List;

/** A group as a table for the terminal: a line for each variant, and a column for each size. */
final class ResultTable {
    private static final String INDENT = "  ";

    private ResultTable() {}

    /**
     * The lines of the table. If it is wider than {@code width} columns, it is split into several, one below the other.
     */
    static List<String> of(RowGroup group, int width) {
        List<String> variants = group.variants();
        int nameWidth = variants.stream().mapToInt(String::length).max().orElse(0) + INDENT.length();
        var lines = new ArrayList<String>();
        List<Double> sizes = List.copyOf(group.sizes().keySet());
        int from = 0;
        while (from < sizes.size()) {
            var block = new ArrayList<StringBuilder>();
            block.add(new StringBuilder(" ".repeat(nameWidth)));
            variants.forEach(name -> block.add(new StringBuilder(padded(INDENT + name, nameWidth))));
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
            block.stream()
                    .map(line -> line.toString().stripTrailing())
                    .filter(line -> !line.isEmpty()) // the sizes, when there are none
                    .forEach(lines::add);
            from = to;
        }
        return lines;
    }

    private static List<String> column(RowGroup group, List<String> variants, double size) {
        var column = new ArrayList<String>();
        column.add(group.size(size));
        variants.forEach(
                name -> column.add(group.of(name, size).map(group::amount).orElse("-")));
        return column;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
