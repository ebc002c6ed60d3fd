package interleave.virtualtime;

import interleave.virtualtime.engine.Story;
import java.util.List;

/** What each thread did, as a table: a column a thread, a line a step. */
final class StoryTable {
    private static final int COLUMN = 42;
    /** A reader looks for what went wrong last. */
    private static final int STEPS = 60;

    private StoryTable() {}

    static String of(List<Story.Step> all) {
        List<Story.Step> steps = all.subList(Math.max(0, all.size() - STEPS), all.size());
        List<String> threads = steps.stream().map(Story.Step::thread).distinct().toList();
        var table = new StringBuilder();
        line(table, threads.stream().map(name -> name.isEmpty() ? "(no name)" : name).toList());
        for (Story.Step step : steps) {
            line(table, threads.stream().map(thread -> thread.equals(step.thread()) ? step.what() : "").toList());
        }
        return all.size() == steps.size()
                ? table.toString()
                : "(the last " + STEPS + " of " + all.size() + " steps)\n" + table;
    }

    private static void line(StringBuilder table, List<String> cells) {
        var line = new StringBuilder();
        for (String cell : cells) {
            String fitted = cell.length() > COLUMN ? cell.substring(0, COLUMN - 1) + "~" : cell;
            line.append(fitted).append(" ".repeat(COLUMN - fitted.length())).append(" | ");
        }
        table.append(line.toString().stripTrailing()).append('\n');
    }
}
