package interleave.virtualtime;

import interleave.virtualtime.engine.Schedule;
import java.util.List;

/** A table of what each thread did: one column per thread, one line per step. */
final class ScheduleTable {
    /** Longer texts are cut. */
    private static final int MAX_WIDTH = 42;
    /** Only the last steps are shown, since the failure is at the end. */
    private static final int MAX_STEPS = 60;

    private final List<Schedule.Step> steps;
    private final List<String> threads;
    private final StringBuilder table = new StringBuilder();

    private ScheduleTable(List<Schedule.Step> steps) {
        this.steps = steps;
        this.threads = steps.stream().map(Schedule.Step::thread).distinct().toList();
    }

    static String of(List<Schedule.Step> all) {
        List<Schedule.Step> steps = all.subList(Math.max(0, all.size() - MAX_STEPS), all.size());
        String table = new ScheduleTable(steps).drawn();
        return all.size() == steps.size()
                ? table
                : "(the last " + MAX_STEPS + " of " + all.size() + " steps)\n" + table;
    }

    private String drawn() {
        line(threads.stream().map(ScheduleTable::title).toList());
        for (Schedule.Step step : steps) {
            line(threads.stream()
                    .map(thread -> thread.equals(step.thread()) ? step.what() : "")
                    .toList());
        }
        return table.toString();
    }

    private void line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            int width = width(threads.get(column));
            String cell = cells.get(column);
            String fitted = cell.length() > width ? cell.substring(0, width - 1) + "~" : cell;
            line.append(column == 0 ? "" : " | ").append(fitted).append(" ".repeat(width - fitted.length()));
        }
        table.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(String thread) {
        int widest = steps.stream()
                .filter(step -> step.thread().equals(thread))
                .mapToInt(step -> step.what().length())
                .max()
                .orElse(0);
        return Math.min(MAX_WIDTH, Math.max(widest, title(thread).length()));
    }

    private static String title(String thread) {
        return thread.isEmpty() ? "(no name)" : thread;
    }
}
