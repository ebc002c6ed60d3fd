package interleave.practice.judging;

import interleave.practice.Run;
import interleave.virtualtime.Stuck;
import java.time.Duration;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What went wrong, for a student.
 *
 * @param problem in a sentence or two
 * @param shown lines to be shown as they are: code, who waits for whom
 * @param advice what to do next; empty when the exercise's own will do
 */
public record Explanation(String problem, List<String> shown, String advice) {
    private static final int MOST_LINES = 10;
    /** Whoever closes an executor waits with a limit, of a day: that is for ever, though nothing happens meanwhile. */
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private static final Pattern FRAME = Pattern.compile("\\s+at (?:\\S*/)?([\\w.$]+)\\.[^.]+\\(.*");
    private static final String ENDLESS = "Still running after";

    static boolean isEndless(Stuck stuck) {
        return String.valueOf(stuck.getMessage()).startsWith(ENDLESS);
    }

    /** A run that came to no end: who waits for whom, or which loop does not stop. */
    static Explanation of(Stuck stuck, Duration atMoment, RunTrace trace) {
        List<String> lines = String.valueOf(stuck.getMessage()).lines().toList();
        List<String> shown = lines.stream()
                .skip(1)
                .filter(Explanation::isOfTheStudent)
                .map(line -> line.replace("virtual-time does not pause", "Your code does not pause"))
                .limit(MOST_LINES)
                .toList();
        List<String> waiting = lines.stream()
                .skip(1)
                .filter(line -> !FRAME.matcher(line).matches())
                .toList();
        if (isEndless(stuck)) {
            return new Explanation(
                    "Your code computes without end: the check stopped it.",
                    shown,
                    "Look at that loop: what ends it? To wait for something, join, get or take it; do not ask in a"
                            + " loop.");
        }
        Optional<String> queue =
                waiting.size() == 1 ? trace.waitForAQueue(waiting.getFirst().strip()) : Optional.empty();
        if (!isEndless(stuck) && queue.isPresent()) {
            return new Explanation(
                    "Deadlock: " + queue.get(),
                    shown,
                    "Whoever takes and whoever puts must run at the same time: give one of them a thread, and start it"
                            + " before the other waits.");
        }
        if (lines.getFirst().startsWith("Deadlock")) {
            boolean isOne = waiting.size() == 1;
            return new Explanation(
                    isOne ? ofOne(lines.getFirst(), waiting.getFirst()) : lines.getFirst(),
                    shown.stream()
                            .filter(line -> !(isOne && line.equals(waiting.getFirst())))
                            .toList(),
                    holdsTheLoop(lines)
                            ? "A callback waits there, on the one thread that could complete it. Do not join or"
                                    + " get on the loop: return the future, and say with thenCompose what comes then."
                            : "Look at whom each thread waits for: one of them must go first, or never be waited for.");
        }
        if (shown.stream().noneMatch(line -> line.endsWith(" waits")) && atMoment.compareTo(A_WHILE) < 0) {
            return new Explanation(
                    "Deadlock: nobody sleeps, and every thread waits for another, at "
                            + Run.seconds(Duration.ofMillis(atMoment.toMillis())) + " of virtual time.",
                    shown,
                    "Look at whom each thread waits for. Closing an executor waits for its threads: who ends those?");
        }
        return new Explanation(
                "Your code still sleeps and wakes after an hour of virtual time.",
                Stream.concat(shown(trace.lastLine()).stream(), shown.stream()).toList(),
                "Look for a loop that sleeps, or a step that asks for itself again: what ends it?");
    }

    /** A thread that waits alone does not wait for another. */
    private static String ofOne(String said, String waiting) {
        return said.replace("every thread waits for another", waiting.strip() + ", and nobody is left to end that");
    }

    /** Whether the event loop has called what waits. */
    private static boolean holdsTheLoop(List<String> lines) {
        boolean calledByTheLoop = false;
        for (String line : lines.reversed()) {
            if (!FRAME.matcher(line).matches()) {
                calledByTheLoop = false; // there begins another thread
            } else if (line.strip().startsWith("at interleave.eventloop.")) {
                calledByTheLoop = true;
            } else if (calledByTheLoop && isOfTheStudent(line)) {
                return true;
            }
        }
        return false;
    }

    /** The frames of the check, and of classes that the course has, say nothing about the student's code. */
    private static boolean isOfTheStudent(String line) {
        Matcher frame = FRAME.matcher(line);
        return !frame.matches() || !(line.contains("Check.java") || isOfTheCourse(frame.group(1)));
    }

    private static boolean isOfTheCourse(String className) {
        try {
            Class.forName(className, false, Explanation.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException compiledInMemory) {
            return false;
        }
    }

    /** An exception that the student's code threw, and where. */
    public static Explanation of(Throwable failure) {
        Throwable cause = rootOf(failure);
        if (cause instanceof RunTrace.TooMuchOutput) {
            return ofTooMuchOutput(Optional.empty());
        }
        boolean isWrapped = cause != failure && placeOf(failure).isPresent();
        String wrapper = failure.getClass().getSimpleName();
        String problem = (isNullForAFuture(cause)
                        ? "Your code returned null where a future was wanted"
                        : "Your code threw " + Run.described(cause))
                + at(cause) + "."
                + (isWrapped
                        ? " It came to you as " + (wrapper.startsWith("E") ? "an " : "a ") + wrapper + at(failure) + "."
                        : "");
        String advice = adviceOn(cause);
        return new Explanation(
                problem,
                List.of(),
                advice.isEmpty() && isWrapped
                        ? "What fails in a task is thrown at whoever asks for its result. If it is a mistake, mend it"
                                + " where it was thrown first; if it may happen, catch " + wrapper
                                + " around each get or join: getCause() says why."
                        : advice);
    }

    /** {@code IllegalStateException: no more guests at Party.java, line 12}. */
    public static String placed(Throwable failure) {
        return Run.described(failure) + at(failure);
    }

    private static String at(Throwable failure) {
        return placeOf(failure).map(place -> " at " + place).orElse("");
    }

    static Explanation ofTooMuchOutput(Optional<String> lastLine) {
        return new Explanation(
                "Your code printed more than 5,000 lines: the check stopped it.",
                shown(lastLine),
                "Is there a loop that prints and does not end, or a step that asks for itself again?");
    }

    private static List<String> shown(Optional<String> lastLine) {
        return lastLine.map(line -> "  The last line that it printed: " + line).stream()
                .toList();
    }

    private static String adviceOn(Throwable cause) {
        return switch (cause) {
            case NullPointerException missing
            when isNullForAFuture(missing) ->
                "Return a future on every way through your method, when nothing is left to do: loop.completed(null).";
            case ClassCastException odd
            when String.valueOf(odd.getMessage()).contains("java.lang.Comparable") ->
                "A PriorityQueue or a TreeMap must know what comes first: give it a Comparator when you make it, such"
                        + " as comparing(Reminder::due).";
            case NullPointerException nothing -> "Something there is null: has it been given a value, on every way?";
            case UnsupportedOperationException real
            when String.valueOf(real.getMessage()).contains("real time") ->
                "The check runs in virtual time, without network, files and processes: the exercise needs none.";
            case UnsupportedOperationException fixed ->
                "List.of, Map.of and toList() make collections that cannot be changed: use an ArrayList or a HashMap.";
            case StackOverflowError deep -> "A method calls itself without end: what is to stop it?";
            case OutOfMemoryError full -> "Is there a loop that fills a collection and does not end?";
            case IllegalThreadStateException twice -> "A thread can be started only once: make a new one.";
            case IllegalMonitorStateException outside ->
                "wait, notify and unlock need the lock: call them where it is held.";
            case RejectedExecutionException late -> "The executor was shut down already: submit before it is closed.";
            case ConcurrentModificationException changed ->
                "A collection was changed while somebody went through it: go through a copy, or use a concurrent one.";
            case InterruptedException stopped -> "Who interrupted it? shutdownNow and cancel(true) do.";
            default -> "";
        };
    }

    /** Or by a chain of futures: no line of the student's has done it. */
    private static boolean isNullForAFuture(Throwable failure) {
        return failure instanceof NullPointerException
                && Arrays.stream(failure.getStackTrace())
                        .filter(frame -> !frame.getClassName().equals("java.util.Objects"))
                        .findFirst()
                        .filter(frame -> frame.getClassName()
                                .matches("interleave.eventloop\\..*|java\\.util\\.concurrent\\.Completable.*"))
                        .isPresent();
    }

    /** What is behind the wrappers that futures put around a failure. */
    static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException
                        || cause instanceof CompletionException
                        || cause instanceof ExceptionInInitializerError)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Optional<String> placeOf(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> !isOfTheCourse(frame.getClassName())
                        && !String.valueOf(frame.getFileName()).endsWith("Check.java"))
                .findFirst()
                .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber());
    }
}
