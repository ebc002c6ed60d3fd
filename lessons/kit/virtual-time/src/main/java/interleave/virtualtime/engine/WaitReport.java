package interleave.virtualtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says who waits for what, held by whom, where in the program, and in which circle. */
final class WaitReport {
    /** Whose frames say nothing about the program. */
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

    /** For a run in which nothing can happen any more. */
    static String of(Scheduler scheduler, Duration virtualLimit) {
        var report = new WaitReport(scheduler.living());
        String why = scheduler.timers.isEmpty()
                ? "Deadlock: every thread waits for another, at " + seconds(scheduler.timers.now())
                        + " of virtual time."
                : "Not done after " + virtualLimit.toHours()
                        + " hours of virtual time, the limit: does something sleep in an endless loop?";
        return why + report.circle() + report.lines();
    }

    /** For a run that has not ended in time. */
    static String ofEndless(Scheduler scheduler, Duration realLimit, Thread driver) {
        Thread busy = scheduler.mounted();
        var text = new StringBuilder("Still running after ")
                .append(realLimit.toMillis() / 1000.0)
                .append(" s of real time, the limit.");
        Thread looked = busy == null ? driver : busy;
        text.append("\n  ")
                .append(Simulation.nameOf(Twins.asSeenByTheProgram(looked)))
                .append(" does not pause: is this an endless loop?");
        for (StackTraceElement frame : looked.getStackTrace()) {
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

    /** The first circle of threads that wait for each other. */
    private String circle() {
        for (Thread start : waiting.keySet()) {
            var path = new ArrayList<Thread>();
            Thread next = start;
            while (next != null && !path.contains(next)) {
                path.add(next);
                next = waitsFor(next).orElse(null);
            }
            if (next != null) {
                var circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                circle.add(next);
                return "\n  A circle: "
                        + String.join(
                                " waits for ",
                                circle.stream().map(WaitReport::nameOf).toList());
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
