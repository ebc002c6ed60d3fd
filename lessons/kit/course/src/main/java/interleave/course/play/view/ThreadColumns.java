package interleave.course.play.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The threads side by side: each with the method that it executes, the next line marked, and what it does next. */
record ThreadColumns(List<ThreadPanel> threads, int width) {
    private static final String BETWEEN = " | ";
    private static final int MARK = 2;
    /** The widest screen has room for the methods of this many threads. */
    static final int MOST_THREADS = 3;

    /** Whether all lines of this source fit into a column, even after more threads have started. */
    boolean canShow(SourceFile source) {
        int most = source.startsThreads() ? MOST_THREADS : threads.size();
        return source.widestLineOfMethods() + MARK <= column(most);
    }

    /** Returns at most this many lines. Longer methods are shown in part. */
    List<String> lines(int most) {
        List<List<String>> does = threads.stream().map(this::does).toList();
        int sourceLines = Math.max(0, most - 1 - rows(does));
        List<List<String>> sources = threads.stream()
                .map(thread -> thread.source(sourceLines, column()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(row(threads.stream().map(ThreadPanel::title).toList()));
        lines.addAll(table(sources));
        lines.addAll(table(does));
        return lines;
    }

    /** What a thread does next, and below it what it has read. */
    private List<String> does(ThreadPanel panel) {
        List<String> does = new ArrayList<>(WordLines.of("  " + panel.does(), column()));
        if (!panel.thread().read().isEmpty()) {
            does.addAll(WordLines.of("  has read ", panel.thread().readValues(), ", ", column()));
        }
        return does;
    }

    private int column() {
        return column(threads.size());
    }

    private int column(int columns) {
        return (width - BETWEEN.length() * (columns - 1)) / columns;
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
