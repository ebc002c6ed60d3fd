package interleave.course.play.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The threads side by side: each with the method that it executes, the next line marked, and what it does next. */
record ThreadColumns(List<ThreadPanel> threads, int width) {
    private static final String BETWEEN = " | ";
    private static final int MARK = 2;

    /** Whether all lines of this source fit into a column, even after another thread has started. */
    boolean canShow(SourceFile source) {
        int column = (width - BETWEEN.length()) / 2;
        return source.widestLineOfMethods() + MARK <= Math.min(column, column());
    }

    /** Returns at most this many lines. Longer methods are shown in part. */
    List<String> lines(int most) {
        List<List<String>> does = threads.stream()
                .map(thread -> WordLines.of("  " + thread.does(), column()))
                .toList();
        int sourceLines = Math.max(0, most - 1 - rows(does));
        List<List<String>> sources =
                threads.stream().map(thread -> thread.source(sourceLines)).toList();
        List<String> lines = new ArrayList<>();
        lines.add(row(threads.stream().map(ThreadPanel::title).toList()));
        lines.addAll(table(sources));
        lines.addAll(table(does));
        return lines;
    }

    private int column() {
        return (width - BETWEEN.length() * (threads.size() - 1)) / threads.size();
    }

    private List<String> table(List<List<String>> columns) {
        return IntStream.range(0, rows(columns))
                .mapToObj(row -> row(columns.stream()
                        .map(column -> row < column.size() ? column.get(row) : "")
                        .toList()))
                .toList();
    }

    private static int rows(List<List<String>> columns) {
        return columns.stream().mapToInt(List::size).max().orElse(0);
    }

    private String row(List<String> cells) {
        var row = new StringBuilder();
        for (String cell : cells) {
            row.append(row.isEmpty() ? "" : BETWEEN).append(cell).append(" ".repeat(column() - cell.length()));
        }
        return row.toString().stripTrailing();
    }
}
