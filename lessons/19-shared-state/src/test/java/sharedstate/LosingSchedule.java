package sharedstate;

import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A schedule under which a mistake shows: its seed, and the report with one column per thread. */
record LosingSchedule(Mistake mistake, long seed, String report) {
    /** About one schedule in ten shows each mistake. */
    private static final int SEEDS = 1_000;

    /** A seed is valid for one bytecode only, so the schedule is searched for in each build. */
    static LosingSchedule firstOf(Mistake mistake) {
        return search(mistake, mistake.program())
                .orElseThrow(() -> new AssertionError("right under " + SEEDS + " schedules"));
    }

    /**
     * Those after the first {@code runs} schedules. Counting is a step, too, so only {@code search} has these seeds.
     */
    static Optional<LosingSchedule> after(long runs, Mistake mistake) {
        var counted = new AtomicLong();
        return search(mistake, () -> {
            if (counted.getAndIncrement() >= runs) {
                mistake.program().run();
            }
        });
    }

    private static Optional<LosingSchedule> search(Mistake mistake, ThrowingRunnable program) {
        try {
            VirtualTime.explore(SEEDS, program);
            return Optional.empty();
        } catch (ScheduleFailure failure) {
            return Optional.of(new LosingSchedule(mistake, failure.seed(), failure.getMessage()));
        }
    }

    /** The rows of the table on the page: only the threads and the steps that a reader has to see. */
    List<String> rows() {
        List<List<String>> lines = report.lines()
                .filter(line -> line.contains("|"))
                .map(LosingSchedule::cells)
                .toList();
        return lines.stream()
                .filter(cells -> cells.stream().anyMatch(cell -> cell.matches(mistake.steps())))
                .map(cells -> row(cells, lines.getFirst()))
                .filter(row -> row.matches(".*\\w.*"))
                .toList();
    }

    private String row(List<String> cells, List<String> header) {
        return mistake.threads().stream()
                .map(header::indexOf)
                .map(column -> column < cells.size() ? cells.get(column) : "")
                .map(cell -> cell.replaceFirst("^\\w+:\\d+ ", ""))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}
