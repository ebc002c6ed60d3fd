package interleave.course.play.replay;

import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.NextStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock;
import java.util.stream.Collectors;

/** The last known state of each thread. A waiting thread is not a candidate, so its last step and stack are stored. */
final class ThreadStates {
    private final LevelProgram program;
    private final LockHolders locks;
    private final StepText text;
    private final Map<String, SeenThread> seen = new LinkedHashMap<>();
    /** For the threads of the program only, because a thread of a pool executes one task after another. */
    private final Map<String, ReadValues> read = new LinkedHashMap<>();

    ThreadStates(LevelProgram program, SharedObjects shared, LockHolders locks) {
        this.program = program;
        this.locks = locks;
        this.text = new StepText(shared, locks);
        program.threads().forEach(name -> {
            seen.put(name, new SeenThread());
            read.put(name, new ReadValues(shared, text));
        });
    }

    /** Stores the state of the threads that can continue. None has begun its next step. */
    void see(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            SeenThread thread = seen(candidate.thread());
            if (candidate.next().isPresent()) {
                noteReadLock(candidate.thread());
                locks.holdsMonitors(candidate.thread(), candidate.monitors());
                thread.isBefore(candidate.next().get());
            } else {
                boolean takesMonitor = !thread.waitsForLockOfJdk();
                locks.holdsMonitors(
                        candidate.thread(), takesMonitor ? withoutLast(candidate.monitors()) : candidate.monitors());
            }
        }
    }

    /** The monitors without the last one, which a woken thread has not taken again yet. */
    private static List<Object> withoutLast(List<Object> monitors) {
        return monitors.isEmpty() ? monitors : monitors.subList(0, monitors.size() - 1);
    }

    /** Stores the step that a thread is about to make. */
    void begin(Candidate chosen) {
        chosen.next().ifPresent(next -> {
            noteReadLock(chosen.thread());
            seen(chosen.thread()).begins(next);
            Optional.ofNullable(read.get(chosen.thread())).ifPresent(values -> values.begins(next));
            if (next.target() instanceof ReadLock lock && StepText.method(next).equals("unlock")) {
                locks.releases(chosen.thread(), lock);
            }
        });
    }

    /** Called when a thread has made the step that it began, which may have taken a read lock. */
    private void noteReadLock(String name) {
        seen(name).begun().ifPresent(made -> {
            if (made.target() instanceof ReadLock lock && StepText.method(made).equals("lock")) {
                locks.reads(name, lock);
            }
        });
    }

    void paused(String name, List<StackTraceElement> stack) {
        SeenThread thread = seen.get(name);
        if (thread != null && !stack.isEmpty()) {
            thread.paused(stack, this::isOfProgram);
            if (thread.waitsForSignal()) {
                locks.holdsMonitors(name, withoutLast(locks.monitorsOf(name)));
            }
        }
    }

    void ended(String name) {
        Optional.ofNullable(seen.get(name)).ifPresent(thread -> {
            thread.ended();
            locks.ended(name);
        });
    }

    List<PlayedThread> all(List<Candidate> candidates) {
        List<PlayedThread> all = new ArrayList<>();
        seen.forEach((name, thread) -> all.add(candidates.stream()
                .filter(candidate -> candidate.thread().equals(name))
                .findFirst()
                .map(this::stateOf)
                .orElseGet(() -> thread.hasEnded()
                        ? new PlayedThread(name, PlayedThread.State.ENDED, thread.line(), "has ended", Map.of())
                        : new PlayedThread(
                                name, PlayedThread.State.WAITING, thread.waitsAt(), waits(name), readBy(name)))));
        return all;
    }

    /** A thread that can continue, or that waits because its next step takes a lock that another thread holds. */
    PlayedThread stateOf(Candidate candidate) {
        String name = candidate.thread();
        SeenThread thread = seen(name);
        var state = mustWait(candidate) ? PlayedThread.State.WAITING : PlayedThread.State.READY;
        return candidate
                .next()
                .map(next -> new PlayedThread(name, state, thread.line(), text.of(next, name), readBy(name)))
                .orElseGet(() -> new PlayedThread(name, state, thread.waitsAt(), continues(candidate), readBy(name)));
    }

    private Map<String, String> readBy(String name) {
        return Optional.ofNullable(read.get(name)).map(ReadValues::all).orElse(Map.of());
    }

    /** The next step of a thread that waited for a lock which is free now, or that was notified. */
    private String continues(Candidate candidate) {
        String name = candidate.thread();
        Optional<NextStep> lock = seen(name).lockWaitedFor();
        if (lock.isPresent()) {
            return text.of(lock.get(), name);
        }
        return candidate.monitors().isEmpty()
                ? "continues after its wait"
                : text.takesAgain(candidate.monitors().getLast(), name);
    }

    private String waits(String name) {
        return seen(name).waits(text, name);
    }

    /** A sentence for a program in which no thread can continue. */
    String waits() {
        return seen.entrySet().stream()
                        .filter(entry -> !entry.getValue().hasEnded())
                        .map(entry -> entry.getKey() + " " + waits(entry.getKey()))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** Whether the thread cannot make a step, because it must first wait for a lock that another thread holds. */
    boolean mustWait(Candidate candidate) {
        String name = candidate.thread();
        return candidate
                .next()
                .or(() -> seen(name).lockWaitedFor())
                .map(step -> text.mustWait(step, name))
                .orElseGet(() -> !candidate.monitors().isEmpty()
                        && locks.obstacle(candidate.monitors().getLast(), name).isPresent());
    }

    /** Whether a thread that was woken takes a lock again when it continues. */
    boolean takesLock(String name) {
        return seen(name).takesLock(this::isOfProgram);
    }

    private boolean isOfProgram(StackTraceElement frame) {
        return (program.file() + ".java").equals(frame.getFileName());
    }

    private SeenThread seen(String name) {
        return seen.computeIfAbsent(name, first -> new SeenThread());
    }
}
