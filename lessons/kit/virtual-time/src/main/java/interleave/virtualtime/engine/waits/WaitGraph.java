package interleave.virtualtime.engine.waits;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each of some threads waits for, which thread holds it, at which line, and in which cycle. */
public final class WaitGraph {
    /** Packages whose frames are omitted. */
    private static final List<String> TOOLS = List.of(
            "java.",
            "jdk.",
            "interleave.virtualtime.",
            "interleave.recorder.",
            "interleave.practice.",
            "interleave.course.",
            "interleave.eventloop.futures.",
            "interleave.eventloop.scheduling.",
            "org.junit.");

    private final ThreadView view;
    private final Map<Thread, Waiting> waiting = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Thread> owners = new IdentityHashMap<>();
    private final List<WorkerPool> pools;

    private WaitGraph(List<Thread> threads, List<WorkerPool> pools, ThreadView view) {
        this.view = view;
        this.pools = pools;
        for (Thread thread : threads) {
            Waiting.of(thread, threads, view).ifPresent(wait -> waiting.put(thread, wait));
        }
        waiting.forEach((thread, wait) -> wait.owned().forEach(monitor -> owners.put(monitor, thread)));
    }

    /** The graph of threads of which none can continue. */
    public static WaitGraph ofBlocked(List<Thread> threads, ThreadView view) {
        return new WaitGraph(threads, WorkerPool.of(threads, view), view);
    }

    /**
     * The graph of threads that may be running. It lacks the queues of pools, because a thread may hold their locks.
     */
    public static WaitGraph ofRunning(List<Thread> threads, ThreadView view) {
        return new WaitGraph(threads, List.of(), view);
    }

    /** What each thread waits for, in the order of the threads. */
    public Map<Thread, Waiting> waiting() {
        return waiting;
    }

    /**
     * The report of a deadlock: the cycle, if there is one, and a line for each thread with its frames.
     *
     * @param when such as "at 1.0 s of virtual time"
     * @param failures sentences about threads that have failed before; may be empty
     */
    public String deadlock(String when, String failures) {
        List<Thread> cycle = cycle();
        return (cycle.isEmpty()
                        ? "Deadlock: every thread waits, and none can continue, " + when + "."
                        : "Deadlock: every thread waits for another, " + when + ". " + advice(cycle.getFirst()))
                + failures
                + line(cycle)
                + lines();
    }

    /** One line for each thread, and its frames. */
    public String lines() {
        var text = new StringBuilder();
        waiting.forEach((thread, wait) -> {
            text.append("\n  ").append(nameOf(thread)).append(' ').append(wait.described());
            ownerOf(wait)
                    .ifPresent(owner -> text.append(wait.isForTask() ? ", run by " : ", held by ")
                            .append(owner == thread ? "itself" : nameOf(owner)));
            if (wait.isForOwnLoop()) {
                text.append(" on the thread of its event loop, which runs no task in the meantime");
            }
            poolOf(wait).ifPresent(pool -> text.append(", queued behind ").append(tasks(pool, thread)));
            List<String> held = wait.held();
            if (!held.isEmpty()) {
                text.append("; holds ").append(String.join(", ", held));
            }
            text.append(frames(wait.stack()));
        });
        return text.toString();
    }

    /** The frames of the program. */
    public static String frames(List<StackTraceElement> stack) {
        var text = new StringBuilder();
        for (StackTraceElement frame : stack) {
            if (isOfTheProgram(frame)) {
                text.append("\n      at ").append(frame);
            }
        }
        return text.toString();
    }

    private String advice(Thread inCycle) {
        return poolOf(waiting.get(inCycle)).isPresent()
                ? "Break the cycle: a task of a pool must not wait for a task in the queue of the same pool."
                : "Break the cycle, for example with a fixed order of locks.";
    }

    private String line(List<Thread> cycle) {
        return cycle.isEmpty()
                ? ""
                : "\n  Cycle: "
                        + String.join(
                                " waits for ", cycle.stream().map(this::nameOf).toList());
    }

    /** The first cycle of two or more threads that wait for each other; its first thread is also its last one. */
    private List<Thread> cycle() {
        for (Thread start : waiting.keySet()) {
            var path = new ArrayList<Thread>();
            Thread next = start;
            while (next != null && !path.contains(next)) {
                path.add(next);
                next = waitsFor(next).orElse(null);
            }
            if (next != null && next != path.getLast()) {
                var cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                cycle.add(next);
                return cycle;
            }
        }
        return List.of();
    }

    private Optional<Thread> waitsFor(Thread thread) {
        Waiting wait = waiting.get(thread);
        return wait == null
                ? Optional.empty()
                : wait.joined().or(() -> ownerOf(wait)).or(() -> poolOf(wait).map(pool -> pool.workerAfter(thread)));
    }

    private Optional<Thread> ownerOf(Waiting wait) {
        return wait.owner().or(() -> wait.monitor().map(owners::get));
    }

    private Optional<WorkerPool> poolOf(Waiting wait) {
        return wait.blocker()
                .flatMap(blocker -> pools.stream()
                        .filter(pool -> pool.released().contains(blocker))
                        .findFirst());
    }

    private String tasks(WorkerPool pool, Thread waiting) {
        return pool.workers().equals(List.of(waiting)) ? "its own task" : "the tasks of " + names(pool.workers());
    }

    /** The names of threads, with commas. */
    public String names(List<Thread> threads) {
        return String.join(", ", threads.stream().map(this::nameOf).toList());
    }

    /** The name of a thread of the program. */
    public String nameOf(Thread thread) {
        return view.nameOf(view.asSeenByTheProgram(thread));
    }

    private static boolean isOfTheProgram(StackTraceElement frame) {
        String type = frame.getClassName();
        return TOOLS.stream().noneMatch(type::startsWith);
    }
}
