package interleave.course.play.view;

import interleave.course.play.replay.PlayedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The threads side by side: each with the method that it executes, the next line marked, and what it does next. */
record ThreadColumns(PlayPage page, int width) {
    private static final String BETWEEN = " | ";
    /** The widest screen has room for the methods of this many threads. */
    private static final int MOST = 3;

    /** Returns at most this many lines. Longer methods are cut. */
    List<String> lines(int most) {
        List<PlayedThread> threads = shown();
        int column = (width - BETWEEN.length() * (threads.size() - 1)) / threads.size();
        List<List<String>> does = threads.stream()
                .map(thread -> WordLines.of("  " + thread.does(), column))
                .toList();
        int doesLines = does.stream().mapToInt(List::size).max().orElse(0);
        int sourceLines = Math.max(0, most - doesLines - 2);
        List<List<String>> sources =
                threads.stream().map(thread -> source(thread, sourceLines)).toList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row(threads.stream().map(this::title).toList(), column));
        lines.addAll(rows(sources, column));
        lines.addAll(rows(does, column));
        return lines;
    }

    /** All threads, or, if there are more than three, those that have not ended. */
    private List<PlayedThread> shown() {
        List<PlayedThread> all = page.position().threads();
        List<PlayedThread> living = all.stream()
                .filter(thread -> thread.state() != PlayedThread.State.ENDED)
                .toList();
        return all.size() <= MOST || living.isEmpty() ? all : living;
    }

    private String title(PlayedThread thread) {
        return (page.position().threads().indexOf(thread) + 1) + " " + thread.name();
    }

    private List<String> source(PlayedThread thread, int most) {
        List<SourceFile.Line> method = thread.line() > 0
                ? page.source().methodAt(thread.line())
                : page.source().method(thread.name().toLowerCase(Locale.ROOT));
        int marked = IntStream.range(0, method.size())
                .filter(i -> method.get(i).number() == thread.line())
                .findFirst()
                .orElse(0);
        int first = Math.max(0, Math.min(marked - most / 2, method.size() - most));
        return method.stream()
                .skip(first)
                .limit(most)
                .map(line -> mark(line, thread) + line.text())
                .toList();
    }

    private static String mark(SourceFile.Line line, PlayedThread thread) {
        if (line.number() != thread.line()) {
            return "  ";
        }
        return thread.isReady() ? "> " : "- ";
    }

    private static List<String> rows(List<List<String>> columns, int width) {
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, rows)
                .mapToObj(row -> row(
                        columns.stream()
                                .map(column -> row < column.size() ? column.get(row) : "")
                                .toList(),
                        width))
                .toList();
    }

    private static String row(List<String> cells, int width) {
        var row = new StringBuilder();
        for (String cell : cells) {
            String fitted = cell.length() > width ? cell.substring(0, width - 1) + "~" : cell;
            row.append(row.isEmpty() ? "" : BETWEEN).append(fitted).append(" ".repeat(width - fitted.length()));
        }
        return row.toString().stripTrailing();
    }
}
