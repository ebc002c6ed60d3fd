package interleave.virtualtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports what each thread waits for, which thread holds it, at which line, and in which cycle. */
final class WaitReport {
    /** Packages whose frames are omitted. */
    private static final List<String> TOOLS = List.of(
            "java.",
            "jdk.",
            "interleave.virtualtime.",
            "interleave.recorder.",
            "interleave.practice.",
            "interleave.course.",
            "org.junit.");

    private final Map<Thread, Waiting> waiting = new java.util.LinkedHashMap<>();
    private final IdentityHashMap<Object, Thread> owners = new IdentityHashMap<>();

    private WaitReport(List<Thread> threads) {
        for (Thread thread : threads) {
            Waiting.of(thread, threads).ifPresent(wait -> waiting.put(thread, wait));
        }
        waiting.forEach((thread, wait) -> wait.owned().forEach(monitor -> owners.put(monitor, thread)));
    }

    /** The report for a run in which no thread can continue before the virtual limit. */
    static String of(Scheduler scheduler, Duration virtualLimit) {
        var report = new WaitReport(scheduler.living());
        String cycle = report.cycle();
        String why = scheduler.timers.isEmpty()
                ? "Deadlock: every thread waits for another, at " + seconds(scheduler.timers.now())
                        + " of virtual time."
                        + (cycle.isEmpty() ? "" : " Break the cycle, for example with a fixed order of locks.")
                : "Still waiting after " + virtualLimit.toHours()
                        + " hours of virtual time, the limit. Does an endless loop sleep? Otherwise raise"
                        + " virtualLimit.";
        return why + failures(scheduler) + cycle + report.lines();
    }

    /** A thread that failed is often the one that others wait for. */
    private static String failures(Scheduler scheduler) {
        var text = new StringBuilder();
        for (Uncaught uncaught : scheduler.state.uncaught().all()) {
            text.append(" Thread ")
                    .append(uncaught.thread())
                    .append(" had ended at ")
                    .append(seconds(uncaught.at().toNanos()))
                    .append(" with an uncaught ")
                    .append(uncaught.exception())
                    .append('.');
        }
        return text.toString();
    }

    /** The report for a run that exceeds the real-time limit. */
    static String ofEndless(Scheduler scheduler, Duration realLimit, Thread driver) {
        Thread busy = scheduler.mounted();
        var text = new StringBuilder("Still running after ")
                .append(realLimit.toMillis() / 1000.0)
                .append(" s of real time, the limit. If the program only needs longer, raise realLimit.");
        Thread observed = busy == null ? driver : busy;
        text.append("\n  ")
                .append(Simulation.nameOf(Twins.asSeenByTheProgram(observed)))
                .append(" does not pause. Is this an endless loop?");
        for (StackTraceElement frame : observed.getStackTrace()) {
            if (isOfTheProgram(frame)) {
                text.append("\n      at ").append(frame);
            }
        }
        return text.toString();
    }

    private String lines() {
        var text = new StringBuilder();
        waiting.forEach((thread, wait) -> {
            text.append("\n  ").append(nameOf(thread)).append(' ').append(wait.described());
            ownerOf(wait).ifPresent(owner -> text.append(", held by ").append(nameOf(owner)));
            List<String> held = wait.held();
            if (!held.isEmpty()) {
                text.append("; holds ").append(String.join(", ", held));
            }
            for (StackTraceElement frame : wait.stack()) {
                if (isOfTheProgram(frame)) {
                    text.append("\n      at ").append(frame);
                }
            }
        });
        return text.toString();
    }

    /** The first cycle of threads that wait for each other. */
    private String cycle() {
        for (Thread start : waiting.keySet()) {
            var path = new ArrayList<Thread>();
            Thread next = start;
            while (next != null && !path.contains(next)) {
                path.add(next);
                next = waitsFor(next).orElse(null);
            }
            if (next != null) {
                var cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                cycle.add(next);
                return "\n  Cycle: "
                        + String.join(
                                " waits for ",
                                cycle.stream().map(WaitReport::nameOf).toList());
            }
        }
        return "";
    }

    private Optional<Thread> waitsFor(Thread thread) {
        Waiting wait = waiting.get(thread);
        return wait == null ? Optional.empty() : wait.joined().or(() -> ownerOf(wait));
    }

    private Optional<Thread> ownerOf(Waiting wait) {
        return wait.owner().or(() -> wait.monitor().map(owners::get));
    }

    private static String nameOf(Thread thread) {
        return Simulation.nameOf(Twins.asSeenByTheProgram(thread));
    }

    private static boolean isOfTheProgram(StackTraceElement frame) {
        String type = frame.getClassName();
        return TOOLS.stream().noneMatch(type::startsWith);
    }

    private static String seconds(long nanos) {
        return nanos / 1e9 + " s";
    }
}
