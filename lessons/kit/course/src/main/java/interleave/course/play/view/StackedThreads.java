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
            lines.addAll(
                    WordLines.of(panel.title() + "   ", List.of(panel.does().split(" ")), " ", width));
            if (withSource.contains(panel)) {
                panel.source(source).forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    /** The threads that have not ended, or all threads if all have ended. */
    private List<ThreadPanel> withSource() {
        List<ThreadPanel> living =
                threads.stream().filter(panel -> !panel.thread().hasEnded()).toList();
        return living.isEmpty() ? threads : living;
    }
}
