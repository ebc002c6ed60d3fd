package interleave.practice;

import interleave.recorder.model.Timeline;
import interleave.virtualtime.PrintedLine;
import interleave.virtualtime.VirtualRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a student's code did in one run. Times are virtual, since the run began, and exact. */
public final class Run {
    private static final int MOST_NAMES = 4;

    private final int number;
    private final VirtualRun run;
    private final Optional<Throwable> thrown;
    private final Timeline timeline;

    /** @param number of runs that the check made before this one */
    public Run(int number, VirtualRun run, Optional<Throwable> thrown, Timeline timeline) {
        this.number = number;
        this.run = run;
        this.thrown = thrown;
        this.timeline = timeline;
    }

    /** A run that deadlocked, or was stopped. */
    public static Run unfinished(int number, Timeline timeline) {
        var nothing = new VirtualRun(timeline.duration(), List.of(), List.of(), List.of(), List.of(), 0);
        return new Run(number, nothing, Optional.empty(), timeline);
    }

    // ---- what happened

    /** From its start until the code came back. */
    public Duration elapsed() {
        return run.elapsed();
    }

    /** The printed lines, in order. */
    public List<String> output() {
        return run.output();
    }

    /** What the code threw. */
    public Optional<Throwable> thrown() {
        return thrown;
    }

    /** When this line was printed first. */
    public Optional<Duration> timeOf(String line) {
        return run.lines().stream()
                .filter(printed -> printed.text().equals(line))
                .map(PrintedLine::at)
                .findFirst();
    }

    /** The most threads that had work in progress at one moment. */
    public int peakConcurrency() {
        return run.peakConcurrency();
    }

    /** How many threads the code started. */
    public int threadsStarted() {
        return run.threads().size() - 1;
    }

    // ---- claims

    /** It took exactly this long. */
    public Finding took(Duration wanted) {
        return finds(
                elapsed().equals(wanted),
                () -> "It took " + seconds(elapsed()) + " of virtual time; wanted: " + seconds(wanted) + ".");
    }

    /** It printed these lines and no others, in this order. */
    public Finding printed(String... wanted) {
        List<String> all = List.of(wanted);
        return printedInAnyOrder(wanted).and(() -> finds(output().equals(all), () -> firstDifference(all)));
    }

    /** It printed these lines and no others, in whatever order. */
    public Finding printedInAnyOrder(String... wanted) {
        return sameLines(output(), List.of(wanted), "");
    }

    /** At this moment it printed these lines and no others, in whatever order. */
    public Finding printedInAnyOrderAt(Duration moment, String... wanted) {
        List<String> then = run.lines().stream()
                .filter(line -> line.at().equals(moment))
                .map(PrintedLine::text)
                .toList();
        return sameLines(then, List.of(wanted), " at " + seconds(moment));
    }

    /** It printed this line, and did so at this moment. */
    public Finding printedAt(Duration moment, String line) {
        Optional<Duration> at = timeOf(line);
        return finds(
                at.equals(Optional.of(moment)),
                () -> at.map(time ->
                                quoted(line) + " came at " + seconds(time) + "; wanted: at " + seconds(moment) + ".")
                        .orElse(missing(line, "")));
    }

    /** It printed this line, whenever. */
    public Finding printedLine(String line) {
        return finds(output().contains(line), () -> missing(line, ""));
    }

    /** It printed one line before the other. */
    public Finding printedBefore(String first, String second) {
        int one = output().indexOf(first);
        int two = output().indexOf(second);
        return finds(one >= 0, () -> missing(first, ""))
                .and(finds(two >= 0, () -> missing(second, "")))
                .and(finds(one < two, () -> quoted(second) + " came before " + quoted(first) + "."));
    }

    /** This was the last line. */
    public Finding printedLast(String line) {
        List<String> lines = output();
        return finds(lines.contains(line), () -> missing(line, ""))
                .and(() -> finds(
                        lines.getLast().equals(line),
                        () -> quoted(line) + " came at " + seconds(timeOf(line).orElseThrow())
                                + ", but the last line was " + quoted(lines.getLast()) + "."));
    }

    /** All threads that the code started had ended when it came back. */
    public Finding leftNothingRunning() {
        List<String> left = run.leftRunning();
        return finds(
                left.isEmpty(),
                () -> "It came back at " + seconds(elapsed()) + " while "
                        + (left.size() == 1 ? "a thread was" : left.size() + " threads were") + " still running: "
                        + names(left) + ".");
    }

    /** At most so many threads had work in progress at one moment. */
    public Finding atMostAtOnce(int wanted) {
        return finds(
                peakConcurrency() <= wanted,
                () -> peakConcurrency() + " were at work at once; wanted: at most " + wanted + ".");
    }

    /** It threw an exception of this type. */
    public Finding threw(Class<? extends Throwable> wanted) {
        return finds(
                thrown.filter(wanted::isInstance).isPresent(),
                () -> thrown.map(other -> "It threw " + described(other) + "; wanted: " + wanted.getSimpleName() + ".")
                        .orElse("It threw nothing" + "; wanted: " + wanted.getSimpleName() + "."));
    }

    /** Holds, or is wrong in the words of {@code problem}; for what there is no method for. */
    public Finding finds(boolean holds, Supplier<String> problem) {
        return Finding.of(holds, problem).about(this);
    }

    /** A time for a reader: {@code 5 s}, {@code 0.5 s}. */
    public static String seconds(Duration time) {
        String text = String.valueOf(time.toNanos() / 1e9);
        return text.replaceFirst("\\.0$", "") + " s";
    }

    /** An exception for a reader, such as {@code IllegalStateException: no more guests}. */
    public static String described(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("").replaceFirst(" \\(\\S+ is in .*", "");
    }

    // ---- for the verdict

    /** How many runs the check made before this one. */
    public int number() {
        return number;
    }

    /** What each thread did, until the code returned. */
    public Timeline timeline() {
        return timeline;
    }

    private Finding sameLines(List<String> actual, List<String> wanted, String when) {
        var missing = new ArrayList<>(wanted);
        actual.forEach(missing::remove);
        var extra = new ArrayList<>(actual);
        wanted.forEach(extra::remove);
        return finds(missing.isEmpty(), () -> missing(missing.getFirst(), when))
                .and(finds(
                        extra.isEmpty(),
                        () -> "It printed " + quoted(extra.getFirst()) + when + ", which is one line too many."));
    }

    private String missing(String line, String when) {
        String found =
                timeOf(line).map(at -> " It came at " + seconds(at) + ".").orElse("");
        return "It did not print " + quoted(line) + when + "." + (when.isEmpty() ? nearest(line) : found);
    }

    /** What was most likely meant to be that line. */
    private String nearest(String line) {
        return output().stream()
                .filter(other -> letters(other).equals(letters(line)))
                .findFirst()
                .map(other -> " It printed " + quoted(other) + ": mind capitals, blanks and marks.")
                .or(() -> output().stream()
                        .filter(other -> hasAllWords(other, line))
                        .findFirst()
                        .map(other -> " You printed: " + quoted(other) + "."))
                .orElse("");
    }

    /** All words of the wanted line, in their order, and others between. */
    private static boolean hasAllWords(String line, String wanted) {
        return line.matches("(?is).*"
                + Arrays.stream(wanted.strip().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")) + ".*");
    }

    private static String letters(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private String firstDifference(List<String> wanted) {
        int at = 0;
        while (output().get(at).equals(wanted.get(at))) {
            at++;
        }
        return "Line " + (at + 1) + " was " + quoted(output().get(at)) + "; wanted: " + quoted(wanted.get(at)) + ".";
    }

    private static String names(List<String> threads) {
        String some = String.join(", ", threads.subList(0, Math.min(MOST_NAMES, threads.size())));
        return threads.size() > MOST_NAMES ? some + " and " + (threads.size() - MOST_NAMES) + " more" : some;
    }

    private static String quoted(String line) {
        return "\"" + line + "\"";
    }
}
