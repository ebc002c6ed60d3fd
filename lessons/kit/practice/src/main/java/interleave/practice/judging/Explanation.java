package interleave.practice.judging;

import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.UncaughtException;
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
 * An error message for a student.
 *
 * @param problem what happened and where, in one or two sentences
 * @param shown lines that are shown unchanged: code, or what each thread waits for
 * @param advice what to do next; may be empty
 */
public record Explanation(String problem, List<String> shown, String advice) {
    private static final int MAX_LINES = 10;
    /** close() of an executor waits with a timer of a day. If nothing happens after this time, it is a deadlock. */
    private static final Duration LAST_EVENT = Duration.ofMinutes(30);

    private static final Pattern FRAME = Pattern.compile("\\s+at (?:\\S*/)?([\\w.$]+)\\.[^.]+\\(.*");
    private static final String ENDLESS = "Still running after";
    private static final String COMPUTES = " does not pause";
    /** The advice of a report with a cycle. */
    private static final Pattern BREAK_THE_CYCLE = Pattern.compile("Break the cycle[^.]*\\.");
    /** The package of the engine of virtual time, which stops threads with an exception. */
    private static final String ENGINE = "interleave.virtualtime.engine.";

    private static final String BLOCKED_LOOP =
            "The callback blocks the loop's only thread. Do not call join or get on the loop: return the future, and"
                    + " attach the next step with thenCompose.";

    /** Advice for a claim that has none of its own. */
    private static final String COMPARE =
            "Compare your timeline with the expected one. At which moment do they differ for the first time?";

    static boolean isEndless(Stuck stuck) {
        return String.valueOf(stuck.getMessage()).startsWith(ENDLESS);
    }

    /** Explains a run that did not end: a deadlock, or a loop that does not stop. */
    static Explanation of(Stuck stuck, Duration atMoment, RunTrace trace) {
        List<String> lines = String.valueOf(stuck.getMessage()).lines().toList();
        List<String> shown = lines.stream()
                .skip(1)
                .filter(Explanation::isOfTheStudent)
                .limit(MAX_LINES)
                .toList();
        if (isEndless(stuck) && trace.incidents().sleeps() >= RunRecorder.MANY_SLEEPS) {
            return new Explanation(
                    "Expected your code to end, but it was still polling when the check stopped it, at "
                            + Run.seconds(Duration.ofMillis(atMoment.toMillis())) + ".",
                    shown(trace.lastLine()),
                    "What ends this loop? Do not poll: to wait for something, call join, get or take.");
        }
        if (isEndless(stuck) && String.valueOf(stuck.getMessage()).contains(COMPUTES)) {
            return new Explanation(
                    "Endless loop: your code was still computing when the check stopped it.",
                    shown,
                    "What ends this loop? To wait for something, call join, get or take instead of checking again and"
                            + " again.");
        }
        if (!isEndless(stuck) && isDeadlock(lines, shown, atMoment)) {
            String time = "Deadlock at " + Run.seconds(Duration.ofMillis(atMoment.toMillis())) + ": ";
            return blamingProgrammingError(
                    deadlock(time, lines, shown, trace), trace.incidents().programmingErrors());
        }
        return new Explanation(
                "Expected your code to end, but it was still running " + limit(stuck, atMoment) + ".",
                Stream.concat(shown(trace.lastLine()).stream(), shown.stream()).toList(),
                lines.getFirst().contains(" for another thread")
                        ? "A timer still runs, but another thread waits for something else. Which code should wake it?"
                        : "Look for a loop that sleeps, or a step that schedules itself again. What ends it?");
    }

    /** The limit of the check that ended the run. Only that of virtual time is the same on every machine. */
    private static String limit(Stuck stuck, Duration atMoment) {
        return String.valueOf(stuck.getMessage()).startsWith("Still waiting")
                ? "after an hour of virtual time"
                : "at " + Run.seconds(Duration.ofMillis(atMoment.toMillis())) + ", when the check stopped it";
    }

    private static Explanation deadlock(String time, List<String> report, List<String> shown, RunTrace trace) {
        List<String> waiting = report.stream()
                .skip(1)
                .filter(line -> !FRAME.matcher(line).matches())
                .toList();
        return waiting.size() == 1
                ? deadlockOfOne(time, waiting.getFirst(), report, shown, trace)
                : new Explanation(
                        time + "every thread waits, and none can continue.",
                        shown,
                        isOnTheLoop(report) ? BLOCKED_LOOP : adviceOnDeadlock(report.getFirst()));
    }

    private static String adviceOnDeadlock(String summary) {
        Matcher advice = BREAK_THE_CYCLE.matcher(summary);
        return advice.find()
                ? advice.group()
                : "What does each thread wait for, and which thread should provide it? close() of an executor waits for"
                        + " its threads, too.";
    }

    /** An exception of a task that shows a bug is the most likely cause of a problem. */
    private static Explanation blamingProgrammingError(Explanation explanation, List<Throwable> errors) {
        if (errors.isEmpty()) {
            return explanation;
        }
        String advice = adviceOn(errors.getFirst());
        return new Explanation(
                explanation.problem + " A task failed with " + placed(errors.getFirst()) + ".",
                explanation.shown,
                advice.isEmpty() ? "Fix this exception first." : advice);
    }

    /** Also when a thread that waits for the others has a timer, as close() of an executor does. */
    private static boolean isDeadlock(List<String> report, List<String> shown, Duration atMoment) {
        return report.getFirst().startsWith("Deadlock")
                || (shown.stream().noneMatch(line -> line.endsWith(" waits")) && atMoment.compareTo(LAST_EVENT) < 0);
    }

    /** The only thread that is left does not wait for another one. */
    private static Explanation deadlockOfOne(
            String time, String waiting, List<String> report, List<String> shown, RunTrace trace) {
        List<String> frames =
                shown.stream().filter(line -> !line.equals(waiting)).toList();
        return trace.waitForAQueue(waiting.strip())
                .map(queue -> new Explanation(
                        time + queue,
                        frames,
                        trace.otherThreadsHaveEnded()
                                ? "The other thread has ended. The producer must put as many elements as the"
                                        + " consumer takes."
                                : "The producer and the consumer of a queue must run at the same time: give one of them"
                                        + " a thread, and start it before the other one blocks."))
                .orElseGet(() -> new Explanation(
                        time + waiting.strip() + ", and no thread can wake it.",
                        frames,
                        isOnTheLoop(report)
                                ? BLOCKED_LOOP
                                : "Which code should wake this thread? Start it on another thread before you wait."));
    }

    /** Whether code that the event loop called blocks. */
    private static boolean isOnTheLoop(List<String> report) {
        boolean calledByTheLoop = false;
        for (String line : report.reversed()) {
            if (!FRAME.matcher(line).matches()) {
                calledByTheLoop = false; // the frames of the next thread follow
            } else if (line.strip().startsWith("at interleave.eventloop.")) {
                calledByTheLoop = true;
            } else if (calledByTheLoop && isOfTheStudent(line)) {
                return true;
            }
        }
        return false;
    }

    /** Frames of the check and of the course do not help the student. */
    private static boolean isOfTheStudent(String line) {
        Matcher frame = FRAME.matcher(line);
        return !frame.matches() || !(line.contains("Check.java") || isOfTheCourse(frame.group(1)));
    }

    static boolean isOfTheStudent(StackTraceElement frame) {
        return !isOfTheCourse(frame.getClassName())
                && !String.valueOf(frame.getFileName()).endsWith("Check.java");
    }

    private static boolean isOfTheCourse(String className) {
        try {
            Class.forName(className, false, Explanation.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException compiledInMemory) {
            return false;
        }
    }

    /**
     * Explains the problem of a failed claim. An exception of a task that shows a bug is the likely reason, whatever
     * the check assumes.
     */
    static Explanation of(Finding finding) {
        String problem = finding.problem().orElse("");
        List<Throwable> errors =
                finding.run().map(run -> run.incidents().programmingErrors()).orElse(List.of());
        if (errors.isEmpty() || finding.explained()) {
            String reason = finding.reason().map(why -> " " + why).orElse("");
            return new Explanation(problem + reason, List.of(), finding.advice().orElse(COMPARE));
        }
        return blamingProgrammingError(new Explanation(problem, List.of(), ""), errors);
    }

    /** Explains an exception that the student's code threw, with its place. */
    public static Explanation of(Throwable failure) {
        Throwable cause = rootOf(failure);
        if (cause instanceof RunTrace.TooMuchOutput) {
            return ofTooMuchOutput(Optional.empty());
        }
        boolean isWrapped = cause != failure && placeOf(failure).isPresent();
        String wrapper = failure.getClass().getSimpleName();
        String problem = (isNullInsteadOfFuture(cause)
                        ? "Expected a future, but your code returned null"
                        : "Your code threw " + described(cause))
                + at(cause) + "."
                + (isWrapped
                        ? " It was rethrown as " + (wrapper.startsWith("E") ? "an " : "a ") + wrapper + at(failure)
                                + "."
                        : "");
        String advice = adviceOn(cause);
        return new Explanation(
                problem,
                List.of(),
                advice.isEmpty() && isWrapped
                        ? "get() and join() rethrow the exception of a task. If it is a bug, fix it where it was first"
                                + " thrown. If it is to be expected, catch " + wrapper
                                + " around get() or join(); getCause() returns the original exception."
                        : advice);
    }

    /** Explains an exception that ended a thread. */
    static Explanation of(UncaughtException uncaught) {
        Throwable failure = uncaught.exception();
        String name = uncaught.thread().isEmpty() ? "A thread without a name" : "Thread " + uncaught.thread();
        return new Explanation(
                name + " ended with an uncaught " + placed(failure) + ".",
                List.of(),
                "All requirements are met, but join() does not rethrow the exception of a thread. Fix its cause, or"
                        + " catch it in"
                        + " the thread. " + adviceOn(failure));
    }

    /** What virtual time says about its own settings does not help the student. */
    private static String described(Throwable failure) {
        return Run.described(failure)
                .replaceFirst(", which a virtual-time run cannot control\\..*", "")
                .replaceFirst(", where virtual time cannot run another thread\\..*", "");
    }

    /** An exception with its place, such as {@code IllegalStateException: no more guests (Party.java, line 12)}. */
    public static String placed(Throwable failure) {
        return described(failure) + at(failure);
    }

    private static String at(Throwable failure) {
        return placeOf(failure).map(place -> " (" + place + ")").orElse("");
    }

    /** Whether a tool of the course threw it, to stop a run; it must not be shown to students. */
    public static boolean isOfTheTool(Throwable failure) {
        Throwable cause = rootOf(failure);
        return cause instanceof RunTrace.TooMuchOutput
                || cause.getClass().getName().startsWith(ENGINE);
    }

    /** Whether a line that was printed on stderr is about an exception for which {@link #isOfTheTool} is true. */
    public static boolean isAboutTheTool(String line) {
        return line.contains(ENGINE) || line.contains(RunTrace.TooMuchOutput.class.getName());
    }

    static Explanation ofTooMuchOutput(Optional<String> lastLine) {
        return new Explanation(
                "Your code printed more than 5,000 lines, so the check stopped it.",
                shown(lastLine),
                "Look for a loop that prints, or a step that schedules itself again. What ends it?");
    }

    private static List<String> shown(Optional<String> lastLine) {
        return lastLine.map(line -> "  Last printed line: " + line).stream().toList();
    }

    private static String adviceOn(Throwable cause) {
        return switch (cause) {
            case NullPointerException missing
            when isNullInsteadOfFuture(missing) ->
                "Return a future on every code path. When there is nothing left to do, return loop.completed(null).";
            case ClassCastException odd
            when String.valueOf(odd.getMessage()).contains("java.lang.Comparable") ->
                "A PriorityQueue or a TreeMap must know the order of its elements. Give it a Comparator when you"
                        + " create it, such as comparing(Reminder::due).";
            case ClassCastException odd -> "The object does not have the type in the parentheses.";
            case IllegalStateException early
            when "Task has not completed".equals(early.getMessage()) ->
                "resultNow() and exceptionNow() do not wait. Call get(), which does.";
            case NullPointerException nothing -> "Something on this line is null. Is it assigned on every path?";
            case UnsupportedOperationException real
            when String.valueOf(real.getMessage()).contains("real time") ->
                "The check runs in virtual time, without network, files and processes. The exercise needs none of"
                        + " them.";
            case UnsupportedOperationException fixed ->
                "List.of, Map.of and toList() return immutable collections. Use an ArrayList or a HashMap.";
            case StackOverflowError deep -> "A method calls itself without end. What should stop the recursion?";
            case OutOfMemoryError full -> "Look for a loop that fills a collection. What ends it?";
            case IllegalArgumentException negative
            when "timeout value is negative".equals(negative.getMessage()) ->
                "The moment to wait for has already passed. Sleep only if the time that is left is positive.";
            case IllegalStateException full
            when "Queue full".equals(full.getMessage()) ->
                "add() throws an exception if the queue is full. put() waits until there is room.";
            case IllegalThreadStateException twice -> "A thread can be started only once. Create a new one.";
            case IllegalMonitorStateException outside ->
                "wait, notify and unlock need the lock. Call them while your thread holds it.";
            case RejectedExecutionException late -> "The executor was already shut down. Submit before it is closed.";
            case ConcurrentModificationException changed ->
                "A collection was changed during an iteration. Iterate over a copy, or use a concurrent collection.";
            case InterruptedException stopped -> "shutdownNow and cancel(true) interrupt threads. Which call did?";
            default -> "";
        };
    }

    /** Thrown by the loop or by a CompletableFuture, which got null where it needs a future. */
    private static boolean isNullInsteadOfFuture(Throwable failure) {
        return failure instanceof NullPointerException
                && Arrays.stream(failure.getStackTrace())
                        .filter(frame -> !frame.getClassName().equals("java.util.Objects"))
                        .findFirst()
                        .filter(frame -> frame.getClassName()
                                .matches("interleave.eventloop\\..*|java\\.util\\.concurrent\\.Completable.*"))
                        .isPresent();
    }

    /** The original exception, without the wrappers of futures. */
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
                .filter(Explanation::isOfTheStudent)
                .findFirst()
                .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber());
    }
}
