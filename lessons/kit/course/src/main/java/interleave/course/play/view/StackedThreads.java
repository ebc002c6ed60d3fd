package interleave.course.play.view;

import java.util.ArrayList;
import java.util.List;

/** The threads one below the other, for programs whose lines are too long for columns. */
record StackedThreads(List<ThreadPanel> threads, int width) {

    /** Returns at most this many lines, if that leaves one for each thread. A thread that has ended has no source. */
    List<String> lines(int most) {
        List<ThreadPanel> withSource = withSource();
        int source = Math.max(1, (most - threads.size()) / withSource.size());
        List<String> lines = new ArrayList<>();
        for (ThreadPanel panel : threads) {
            lines.addAll(WordLines.of(title(panel) + "   ", panel.doesAndHasRead(), " ", width));
            if (withSource.contains(panel)) {
                panel.source(source, width - 2).forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    /** The method's name is on this line, because its source often has room for a few lines only. */
    private static String title(ThreadPanel panel) {
        return panel.thread().hasEnded() ? panel.title() : panel.title() + " in " + panel.method();
    }

    /** The threads that have not ended, or all threads if all have ended. */
    private List<ThreadPanel> withSource() {
        List<ThreadPanel> living =
                threads.stream().filter(panel -> !panel.thread().hasEnded()).toList();
        return living.isEmpty() ? threads : living;
    }
}
