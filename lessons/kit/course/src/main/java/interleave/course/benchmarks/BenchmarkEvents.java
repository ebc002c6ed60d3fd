package interleave.course.benchmarks;

import interleave.bench.Results.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the output of the process that measures, and shows its progress. Each line is an event, its fields separated by
 * tabs.
 */
public final class BenchmarkEvents {

    /** How progress is shown. */
    enum Display {
        NONE,
        /** On a terminal: one line that changes. */
        ONE_LINE,
        /** In a file or a pipe. */
        LINE_A_ROW
    }

    /** A row that would be measured. */
    record Listed(String name, double seconds) {}

    private static final String TO_THE_START_AND_CLEAR = "\r\033[K";

    private final Display display;
    private final PrintStream out;
    private final List<Note> cuts = new ArrayList<>();
    private final List<Note> failures = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();
    private int rows;
    private double plannedSeconds;
    private int row;
    private boolean rowIsDone;
    private String name = "";
    private boolean ended;
    private boolean busy;
    private int exitCode;
    private Optional<String> wrongOption = Optional.empty();

    BenchmarkEvents(Display display, PrintStream out) {
        this.display = display;
        this.out = out;
    }

    /** Until the process has ended. */
    void follow(Process process) throws IOException, InterruptedException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        }
        exitCode = process.waitFor();
        if (display == Display.ONE_LINE) {
            out.print(TO_THE_START_AND_CLEAR);
            out.flush();
        }
    }

    void hear(String line) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
            case "plan" -> {
                rows = Integer.parseInt(fields[1]);
                plannedSeconds = Double.parseDouble(fields[2]);
                if (display != Display.NONE) {
                    out.println("Measuring " + rows + " rows, about " + time(plannedSeconds) + " ...");
                }
            }
            case "listed" -> listed.add(new Listed(fields[1], Double.parseDouble(fields[2])));
            case "job" -> {
                row = Integer.parseInt(fields[1]);
                name = fields[2];
                rowIsDone = false;
                show(0, Double.parseDouble(fields[3]));
            }
            case "step" -> {
                if (display == Display.ONE_LINE) {
                    show(Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
                }
            }
            case "done" -> rowIsDone = true;
            case "cut" -> {
                cuts.add(new Note(fields[1], fields[2]));
                rowIsDone = true;
            }
            case "failed" -> {
                failures.add(new Note(fields[1], fields[2]));
                rowIsDone = true;
                say("failed: " + fields[1] + ": " + fields[2]);
            }
            case "wrong" -> wrongOption = Optional.of(fields[1]);
            case "busy" -> busy = true;
            case "end" -> ended = true;
            default -> say(line);
        }
    }

    private void show(double part, double secondsLeft) {
        String progress = String.format(
                Locale.ROOT,
                "%3.0f %%  %d/%d  %s  %s left",
                100 * (row - 1 + part) / rows,
                row,
                rows,
                name,
                time(secondsLeft));
        switch (display) {
            case ONE_LINE -> {
                out.print(TO_THE_START_AND_CLEAR + progress);
                out.flush();
            }
            case LINE_A_ROW -> out.println(progress);
            case NONE -> {}
        }
    }

    private void say(String text) {
        out.println((display == Display.ONE_LINE ? TO_THE_START_AND_CLEAR : "") + text);
    }

    /** {@code 8 s}, {@code 2:30 min} or {@code 1:05 h}. */
    static String time(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
    }

    List<Note> cuts() {
        return cuts;
    }

    List<Note> failures() {
        return failures;
    }

    List<Listed> listed() {
        return listed;
    }

    int rows() {
        return rows;
    }

    double plannedSeconds() {
        return plannedSeconds;
    }

    int rowsNotReached() {
        return rows - row + (rowIsDone ? 0 : 1);
    }

    boolean ended() {
        return ended;
    }

    /** Whether another JMH runs on this machine. */
    boolean busy() {
        return busy;
    }

    /** The exit code of the process that measures. */
    int exitCode() {
        return exitCode;
    }

    Optional<String> wrongOption() {
        return wrongOption;
    }
}
