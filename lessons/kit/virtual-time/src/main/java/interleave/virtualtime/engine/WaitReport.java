package interleave.virtualtime.engine;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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

    private final Scheduler scheduler;
    private final Map<Thread, Waiting> waiting = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Thread> owners = new IdentityHashMap<>();

    private WaitReport(Scheduler scheduler) {
        this.scheduler = scheduler;
        List<Thread> threads = scheduler.living();
        for (Thread thread : threads) {
            Waiting.of(thread, threads).ifPresent(wait -> waiting.put(thread, wait));
        }
        waiting.forEach((thread, wait) -> wait.owned().forEach(monitor -> owners.put(monitor, thread)));
    }

    /** The report for a run in which no thread can continue before the virtual limit. */
    static String of(Scheduler scheduler, Duration virtualLimit) {
        var report = new WaitReport(scheduler);
        if (!scheduler.timers.isEmpty()) {
            return report.atLimit(
                    "Still waiting after " + readable(virtualLimit) + " of virtual time, the limit.", "virtualLimit");
        }
        String cycle = report.cycle();
        return "Deadlock: every thread waits for another, at " + seconds(scheduler.timers.now()) + " of virtual time."
                + (cycle.isEmpty() ? "" : " Break the cycle, for example with a fixed order of locks.")
                + report.failures() + cycle + report.lines();
    }

    /** The report for a run that exceeds the real-time limit. */
    static String atRealLimit(Scheduler scheduler, Duration realLimit) {
        return new WaitReport(scheduler)
                .atLimit(
                        "Still running after " + readable(realLimit) + " of real time, the limit, at "
                                + seconds(scheduler.timers.now()) + " of virtual time.",
                        "realLimit");
    }

    /** The report for a run whose memory is exhausted by what is recorded of it. */
    static String outOfMemory(Scheduler scheduler) {
        return new WaitReport(scheduler)
                .atLimit(
                        "Out of memory after " + scheduler.slices() + " steps, at " + seconds(scheduler.timers.now())
                                + " of virtual time.",
                        "the JVM's -Xmx");
    }

    private String atLimit(String what, String setting) {
        Optional<Thread> busy = scheduler.busy();
        return what + busy.map(thread -> "").orElseGet(this::whoContinues) + failures()
                + " If the program only needs longer, raise " + setting + "."
                + busy.map(this::busyLines).orElse("") + lines();
    }

    /** Tells a periodic timer from the threads that wait for something that never happens. */
    private String whoContinues() {
        List<Thread> stuck = having(false);
        List<Thread> timed = having(true);
        if (timed.isEmpty()) {
            return "";
        }
        return stuck.isEmpty()
                ? " Does a loop sleep forever?"
                : " Only " + names(timed) + " can continue by " + (timed.size() == 1 ? "itself" : "themselves") + "; "
                        + names(stuck) + (stuck.size() == 1 ? " waits" : " wait") + " for another thread.";
    }

    /** The threads of the program that can continue without another thread, or those that cannot. */
    private List<Thread> having(boolean timer) {
        return waiting.keySet().stream()
                .filter(thread -> waiting.get(thread).canContinue() == timer)
                .filter(thread -> !Simulation.isInfrastructure(thread))
                .toList();
    }

    private String busyLines(Thread busy) {
        Waiting at = waiting.remove(busy);
        return "\n  " + nameOf(busy) + " does not pause. Is this an endless loop?"
                + frames(at == null ? List.of(busy.getStackTrace()) : at.stack());
    }

    /** A thread that failed is often the one that others wait for. */
    private String failures() {
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

    private String lines() {
        var text = new StringBuilder();
        waiting.forEach((thread, wait) -> {
            text.append("\n  ").append(nameOf(thread)).append(' ').append(wait.described());
            ownerOf(wait).ifPresent(owner -> text.append(", held by ").append(nameOf(owner)));
            List<String> held = wait.held();
            if (!held.isEmpty()) {
                text.append("; holds ").append(String.join(", ", held));
            }
            text.append(frames(wait.stack()));
        });
        return text.toString();
    }

    private static String frames(List<StackTraceElement> stack) {
        var text = new StringBuilder();
        for (StackTraceElement frame : stack) {
            if (isOfTheProgram(frame)) {
                text.append("\n      at ").append(frame);
            }
        }
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

    private static String names(List<Thread> threads) {
        return String.join(", ", threads.stream().map(WaitReport::nameOf).toList());
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

    /** The largest unit in which the duration is a whole number; otherwise seconds. */
    static String readable(Duration duration) {
        boolean isWholeMinutes = duration.isPositive() && duration.equals(duration.truncatedTo(ChronoUnit.MINUTES));
        if (isWholeMinutes) {
            return duration.toMinutesPart() == 0
                    ? count(duration.toHours(), "hour")
                    : count(duration.toMinutes(), "minute");
        }
        return seconds(duration.toNanos());
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
