package interleave.course.play.replay;

import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.NextStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last known state of each thread. A waiting thread is not a candidate, so its last step and stack are stored. */
final class ThreadStates {
    private final LevelProgram program;
    private final SharedObjects shared;
    private final StepText text;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** The last known state of a thread. */
    private static final class Seen {
        private @Nullable NextStep begun;
        private List<StackTraceElement> stack = List.of();
        private List<Object> monitors = List.of();
        private int line;
        private boolean ended;

        /** The JVM reports another line for a thread that is blocked on a monitor. */
        private int waitsAt() {
            NextStep last = begun;
            return last != null && last.kind() == NextStep.Kind.LOCK && !waitsForSignal() ? lineOf(last.line()) : line;
        }

        private boolean waitsForSignal() {
            return !stack.isEmpty() && stack.getFirst().getMethodName().startsWith("wait");
        }
    }

    ThreadStates(LevelProgram program, SharedObjects shared) {
        this.program = program;
        this.shared = shared;
        this.text = new StepText(shared);
        program.threads().forEach(name -> seen.put(name, new Seen()));
    }

    /** Stores the state of the threads that can continue. Each is before its next step. */
    void see(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            Seen thread = seen(candidate.thread());
            thread.monitors = candidate.next().isPresent() ? candidate.monitors() : acquired(candidate.monitors());
            candidate.next().ifPresent(next -> {
                thread.line = lineOf(next.line());
                thread.stack = List.of();
            });
        }
    }

    /** The monitors without the last one, which a woken thread has not taken again yet. */
    private static List<Object> acquired(List<Object> monitors) {
        return monitors.isEmpty() ? monitors : monitors.subList(0, monitors.size() - 1);
    }

    /** Stores the step that a thread is about to make. */
    void begin(Candidate chosen) {
        chosen.next().ifPresent(next -> seen(chosen.thread()).begun = next);
    }

    void paused(String name, List<StackTraceElement> stack) {
        Seen thread = seen.get(name);
        if (thread != null && !stack.isEmpty()) {
            thread.stack = stack;
            stack.stream()
                    .filter(this::isOfProgram)
                    .findFirst()
                    .ifPresent(frame -> thread.line = frame.getLineNumber());
            if (thread.waitsForSignal()) {
                thread.monitors = acquired(thread.monitors);
            }
        }
    }

    void ended(String name) {
        Optional.ofNullable(seen.get(name)).ifPresent(thread -> {
            thread.ended = true;
            thread.monitors = List.of();
        });
    }

    List<PlayedThread> all(List<Candidate> candidates) {
        List<PlayedThread> all = new ArrayList<>();
        seen.forEach((name, thread) -> all.add(candidates.stream()
                .filter(candidate -> candidate.thread().equals(name))
                .findFirst()
                .map(this::stateOf)
                .orElseGet(() -> thread.ended
                        ? new PlayedThread(name, PlayedThread.State.ENDED, 0, "has ended")
                        : new PlayedThread(name, PlayedThread.State.WAITING, thread.waitsAt(), waits(thread)))));
        return all;
    }

    /** A thread that can continue. */
    PlayedThread stateOf(Candidate candidate) {
        Seen thread = seen(candidate.thread());
        String does = candidate
                .next()
                .map(next -> text.of(next) + heldBy(next, candidate.thread()))
                .orElse("continues after its wait");
        return new PlayedThread(candidate.thread(), PlayedThread.State.READY, thread.line, does);
    }

    private String heldBy(NextStep next, String thread) {
        return next.kind() == NextStep.Kind.LOCK
                        && next.target() != null
                        && !next.action().contains("unlock")
                ? ownerOf(next.target())
                        .filter(owner -> !owner.equals(thread))
                        .map(owner -> " (held by " + owner + ")")
                        .orElse("")
                : "";
    }

    private String waits(Seen thread) {
        if (thread.waitsForSignal()) {
            return "waits to be notified";
        }
        NextStep begun = thread.begun;
        if (begun == null || begun.target() == null) {
            return "waits";
        }
        if (begun.kind() != NextStep.Kind.LOCK) {
            return begun.action().equals("Thread.join") ? "waits for a thread to end" : "waits for a result";
        }
        String owner = ownerOf(begun.target()).map(name -> ", held by " + name).orElse("");
        return "waits for " + shared.nameOf(begun.target()).orElse("a lock") + owner;
    }

    /** A sentence for a program in which no thread can continue. */
    String waits() {
        return seen.entrySet().stream()
                        .filter(entry -> !entry.getValue().ended)
                        .map(entry -> entry.getKey() + " " + waits(entry.getValue()))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** A sentence for a program that an exception has ended. */
    static String failed(String thread, Throwable exception) {
        String message = Optional.ofNullable(exception.getMessage())
                .map(text -> ": " + text)
                .orElse("");
        return thread + " failed with " + exception.getClass().getSimpleName() + message + ".";
    }

    /** Whether a thread that was woken takes a lock again when it continues. */
    boolean takesLock(String name) {
        Seen thread = seen(name);
        boolean waitsForLock = thread.begun != null && thread.begun.kind() == NextStep.Kind.LOCK;
        return thread.stack.stream().anyMatch(this::isOfProgram) && (thread.waitsForSignal() || waitsForLock);
    }

    private boolean isOfProgram(StackTraceElement frame) {
        return (program.file() + ".java").equals(frame.getFileName());
    }

    private Optional<String> ownerOf(Object lock) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().monitors.stream().anyMatch(held -> held == lock))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> SharedObjects.ownerOf(lock));
    }

    /** The values of the shared fields, with the monitors that threads hold. */
    Map<String, String> withLocks(Map<String, String> values, List<Candidate> candidates) {
        var shown = new LinkedHashMap<>(values);
        shown.replaceAll((field, value) -> value.isEmpty() ? "free" : value);
        seen.forEach((name, thread) -> thread.monitors.forEach(
                monitor -> shown.merge(shared.nameOf(monitor).orElse("a lock"), "held by " + name, ThreadStates::and)));
        return shown;
    }

    private static String and(String value, String held) {
        return value.equals("free") ? held : value + ", " + held;
    }

    private Seen seen(String name) {
        return seen.computeIfAbsent(name, first -> new Seen());
    }

    private static int lineOf(String place) {
        return Integer.parseInt(place.substring(place.indexOf(':') + 1));
    }
}
