package interleave.practice;

import interleave.recorder.model.Timeline;
import interleave.virtualtime.PrintedLine;
import interleave.virtualtime.UncaughtException;
import interleave.virtualtime.VirtualRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a student's code did in one run, and the findings that a check can claim about it. Times are virtual and exact;
 * they start with the run.
 */
public class Run {
    private static final int MAX_NAMES = 4;
    /** Causes may form a cycle. */
    private static final int MAX_CAUSES = 20;
    /** A few are no busy waiting. */
    private static final int MANY_YIELDS = 100;
    /** A longer list is not shown as a whole. */
    private static final int MAX_SHOWN = 100;

    /** Advice for a check that has none of its own. */
    private static final String FIND_DELAY =
            "Find the first moment at which your timeline differs from the expected one. What did the thread wait for"
                    + " there?";

    private static final String FIND_MISSING_WAIT =
            "Find the first moment at which your timeline differs from the expected one. What should your code have"
                    + " waited for there?";

    private static final String FIND_MISSING_LINE =
            "Look in the timeline for the last step before this line. Why did your code not get further?";

    private final int number;
    private final VirtualRun run;
    private final Optional<Throwable> thrown;
    private final Timeline timeline;
    private final Incidents incidents;

    /** @param number how many runs the check made before this one */
    public Run(int number, VirtualRun run, Optional<Throwable> thrown, Timeline timeline, Incidents incidents) {
        this.number = number;
        this.run = run;
        this.thrown = thrown;
        this.timeline = timeline;
        this.incidents = incidents;
    }

    /** A run that ended in a deadlock, or was stopped. */
    public static Run unfinished(int number, Timeline timeline) {
        var nothing = new VirtualRun(
                timeline.duration(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);
        return new Run(number, nothing, Optional.empty(), timeline, Incidents.NONE);
    }

    // ---- what happened

    /** The time from the start of the run until the code returned. */
    public Duration elapsed() {
        return run.elapsed();
    }

    /** The printed lines, in order. */
    public List<String> output() {
        return run.output();
    }

    /** The exception that the code threw. */
    public Optional<Throwable> thrown() {
        return thrown;
    }

    /** Whether the code threw an exception of this type with this message, or one that wraps it. */
    public boolean threwOrWrapped(Class<? extends Throwable> type, String message) {
        return Stream.iterate(thrown.orElse(null), Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(cause -> type.isInstance(cause) && message.equals(cause.getMessage()));
    }

    /** Whether a task failed with an exception of this type with this message. It may be stored in a future. */
    public boolean failedInATask(Class<? extends Throwable> type, String message) {
        return incidents.taskFailures().stream()
                .anyMatch(failure -> type.isInstance(failure) && message.equals(failure.getMessage()));
    }

    /** The first exception that ended a thread, and that no handler of the code took. */
    public Optional<UncaughtException> uncaught() {
        return run.uncaught().stream().findFirst();
    }

    /** When this line was printed, each time. */
    public List<Duration> timesOf(String line) {
        return run.lines().stream()
                .filter(printed -> printed.text().equals(line))
                .map(PrintedLine::at)
                .toList();
    }

    /** When this line was first printed. */
    public Optional<Duration> timeOf(String line) {
        return timesOf(line).stream().findFirst();
    }

    /** The largest number of threads that had work in progress at the same moment. */
    public int peakConcurrency() {
        return run.peakConcurrency();
    }

    /** Whether this line was printed before the moment. */
    public boolean isEarly(String line, Duration moment) {
        return timeOf(line).filter(at -> at.compareTo(moment) < 0).isPresent();
    }

    /** How many times this line was printed. */
    public int count(String line) {
        return Collections.frequency(output(), line);
    }

    /** Whether the code called Thread.sleep on the thread of an event loop. */
    public boolean sleptOnTheLoop() {
        return incidents.sleepOnTheLoop().isPresent();
    }

    /** The line of code at which a thread waited for a lock that another thread held. */
    public Optional<String> waitForLock() {
        return incidents.waitForLock();
    }

    /** How many times threads called Thread.sleep for some time. */
    public int sleeps() {
        return incidents.sleeps();
    }

    /** Whether a thread checked a condition again and again instead of waiting. */
    public boolean isBusyWaiting() {
        return incidents.yields() > MANY_YIELDS;
    }

    /** The number of threads that the code started. */
    public int threadsStarted() {
        return run.threads().size() - 1;
    }

    // ---- findings

    /** The code took exactly this long. */
    public Finding took(Duration expected) {
        return finds(
                        elapsed().equals(expected),
                        () -> "Expected " + seconds(expected) + " of virtual time, but it took " + seconds(elapsed())
                                + ".")
                .next(() -> elapsed().compareTo(expected) > 0 ? FIND_DELAY : FIND_MISSING_WAIT);
    }

    /** These lines were printed, in this order, and no others. */
    public Finding printed(String... expected) {
        List<String> all = List.of(expected);
        return printedInAnyOrder(expected).and(() -> finds(output().equals(all), () -> firstDifference(all)));
    }

    /** These lines were printed, in any order, and no others. */
    public Finding printedInAnyOrder(String... expected) {
        return sameLines(output(), List.of(expected), "");
    }

    /** At this moment these lines were printed, in any order, and no others. */
    public Finding printedInAnyOrderAt(Duration moment, String... expected) {
        List<String> then = run.lines().stream()
                .filter(line -> line.at().equals(moment))
                .map(PrintedLine::text)
                .toList();
        return sameLines(then, List.of(expected), at(moment));
    }

    /** This line was first printed at this moment. */
    public Finding printedAt(Duration moment, String line) {
        return timeOf(line).equals(Optional.of(moment))
                ? nothing()
                : missing(line, at(moment)).next(() -> isEarly(line, moment) ? FIND_MISSING_WAIT : findDelay(line));
    }

    /** This line was printed at some moment. */
    public Finding printedLine(String line) {
        return output().contains(line) ? nothing() : missing(line, "");
    }

    /** This line was printed this many times at most. */
    public Finding printedAtMost(int times, String line) {
        return finds(count(line) <= times, () -> tooOften(line, times, count(line), ""));
    }

    /** Both lines were printed, the first one before the second one. */
    public Finding printedBefore(String first, String second) {
        int one = output().indexOf(first);
        int two = output().indexOf(second);
        return printedLine(first)
                .and(printedLine(second))
                .and(finds(
                        one < two,
                        () -> "Expected " + quoted(first) + " before " + quoted(second) + ", but " + quoted(second)
                                + " was printed first."));
    }

    /** This line was printed last. */
    public Finding printedLast(String line) {
        List<String> lines = output();
        return printedLine(line)
                .and(() -> finds(
                        lines.getLast().equals(line),
                        () -> "Expected " + quoted(line) + " as the last line, but it was printed"
                                + at(timeOf(line).orElseThrow()) + ", before " + quoted(lines.getLast()) + "."));
    }

    /** All threads that the code started had ended when it returned. */
    public Finding leftNothingRunning() {
        List<String> left = run.leftRunning();
        Finding finding = finds(
                left.isEmpty(),
                () -> "Expected all threads to have ended when the method returned" + at(elapsed()) + ", but "
                        + (left.size() == 1 ? "1 thread was" : left.size() + " threads were") + " still running: "
                        + names(left) + ".");
        return incidents.idleThreads().containsAll(left)
                ? finding.explainedBy(
                        (left.size() == 1 ? "It waits for a task" : "They wait for tasks")
                                + ", because the pool was never closed.",
                        "Close the pool with try-with-resources.")
                : finding;
    }

    /** At most this many threads had work in progress at the same moment. */
    public Finding atMostAtOnce(int limit) {
        return finds(
                peakConcurrency() <= limit,
                () -> "Expected at most " + limit + " at once, but there were " + peakConcurrency() + ".");
    }

    /** The code threw an exception of this type. */
    public Finding threw(Class<? extends Throwable> expected) {
        return finds(
                thrown.filter(expected::isInstance).isPresent(),
                () -> "Expected " + expected.getSimpleName() + ", but the method threw "
                        + thrown.map(Run::described).orElse("nothing") + ".");
    }

    /** For everything that has no method of its own: {@code problem} is shown when {@code holds} is false. */
    public Finding finds(boolean holds, Supplier<String> problem) {
        return Finding.of(holds, problem).about(this);
    }

    /** A duration for a message, such as {@code 5 s} or {@code 0.5 s}. */
    public static String seconds(Duration time) {
        String text = String.valueOf(time.toNanos() / 1e9);
        return text.replaceFirst("\\.0$", "") + " s";
    }

    /**
     * Compares two lists as text, such as {@code [a, b]}. The message names the first difference if they are too long
     * to be compared at a glance.
     *
     * @param method what returned the actual list
     */
    public Finding returned(String method, String expected, String actual) {
        return finds(expected.equals(actual), () -> {
            if (expected.length() <= MAX_SHOWN) {
                return "Expected " + expected + ", but " + method + " returned " + actual + ".";
            }
            List<String> all = elements(expected);
            List<String> got = elements(actual);
            int index = 0;
            while (index < Math.min(all.size(), got.size()) && all.get(index).equals(got.get(index))) {
                index++;
            }
            return "Expected " + element(all, index) + " as element " + (index + 1) + " of the list, but " + method
                    + " returned " + element(got, index) + " there.";
        });
    }

    private static List<String> elements(String list) {
        return List.of(list.replaceAll("^\\[|]$", "").split(", "));
    }

    private static String element(List<String> elements, int index) {
        return index < elements.size() ? elements.get(index) : "nothing";
    }

    /** An exception for a message, such as {@code IllegalStateException: no more guests}. */
    public static String described(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("").replaceFirst(" \\(\\S+ (is|and) .*", "");
    }

    // ---- for the verdict

    /** What the run revealed apart from its lines and times. */
    public Incidents incidents() {
        return incidents;
    }

    /** How many runs the check made before this one. */
    public int number() {
        return number;
    }

    /** What each thread did until the code returned. */
    public Timeline timeline() {
        return timeline;
    }

    private Finding sameLines(List<String> actual, List<String> expected, String when) {
        return Stream.concat(expected.stream(), actual.stream())
                .distinct()
                .map(line -> sameCount(line, actual, expected, when))
                .reduce(nothing(), Finding::and);
    }

    private Finding sameCount(String line, List<String> actual, List<String> expected, String when) {
        int printed = Collections.frequency(actual, line);
        int required = Collections.frequency(expected, line);
        if (printed == 0 && required > 0) {
            return missing(line, when);
        }
        return finds(
                printed == required,
                () -> required == 0
                        ? "Expected no line " + quoted(line) + when + ", but it was printed."
                        : tooOften(line, required, printed, when));
    }

    private static String tooOften(String line, int required, int printed, String when) {
        return "Expected " + quoted(line) + when + " " + times(required) + ", but it was printed " + times(printed)
                + ".";
    }

    /** @param when the expected moment, such as {@code " at 2 s"}; empty for any moment */
    private Finding missing(String line, String when) {
        Finding missing = finds(
                        false,
                        () -> "Expected " + quoted(line) + when + ", but it was "
                                + timeOf(line)
                                        .map(moment -> "printed" + at(moment) + ".")
                                        .orElse("never printed." + similar(line)))
                .next(FIND_MISSING_LINE);
        return timeOf(line).isPresent()
                ? missing
                : misspelt(line)
                        .map(other -> missing.explainedBy(
                                "You printed " + quoted(other) + ": check capital letters, spaces and punctuation.",
                                "Print the line exactly as expected."))
                        .orElse(missing);
    }

    private String findDelay(String line) {
        return timeOf(line).isPresent() ? FIND_DELAY : FIND_MISSING_LINE;
    }

    /** No problem. */
    final Finding nothing() {
        return finds(true, () -> "");
    }

    /** The printed line that differs from {@code line} only in capital letters, spaces and punctuation. */
    private Optional<String> misspelt(String line) {
        return output().stream()
                .filter(other -> letters(other).equals(letters(line)))
                .findFirst();
    }

    /** Names the printed line that has all words of {@code line}, and others. */
    private String similar(String line) {
        return output().stream()
                .filter(other -> misspelt(line).isEmpty() && hasAllWords(other, line))
                .findFirst()
                .map(other -> " You printed " + quoted(other) + ".")
                .orElse("");
    }

    /** Whether the line has all words of the expected one, in that order, possibly with others in between. */
    private static boolean hasAllWords(String line, String expected) {
        return line.matches("(?is).*"
                + Arrays.stream(expected.strip().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")) + ".*");
    }

    private static String letters(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private String firstDifference(List<String> expected) {
        int index = 0;
        while (output().get(index).equals(expected.get(index))) {
            index++;
        }
        return "Expected " + quoted(expected.get(index)) + " as line " + (index + 1) + ", but it was "
                + quoted(output().get(index)) + ".";
    }

    private static String names(List<String> threads) {
        String some = String.join(", ", threads.subList(0, Math.min(MAX_NAMES, threads.size())));
        return threads.size() > MAX_NAMES ? some + " and " + (threads.size() - MAX_NAMES) + " more" : some;
    }

    private static String at(Duration moment) {
        return " at " + seconds(moment);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String quoted(String line) {
        return "\"" + line + "\"";
    }
}
