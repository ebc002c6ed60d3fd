package interleave.virtualtime.engine;

import interleave.virtualtime.engine.waits.ThreadView;
import interleave.virtualtime.engine.waits.WaitGraph;
import interleave.virtualtime.engine.waits.Waiting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reports what each thread waits for, which thread holds it, at which line, and in which cycle. */
final class WaitReport {
    static final ThreadView VIEW = new ThreadView() {
        @Override
        public Thread asSeenByTheProgram(Thread thread) {
            return Twins.asSeenByTheProgram(thread);
        }

        @Override
        public Thread asRunByTheJvm(Thread thread) {
            return Twins.asRunByTheJvm(thread);
        }

        @Override
        public String nameOf(Thread thread) {
            return Simulation.nameOf(thread);
        }
    };

    private final Scheduler scheduler;
    private final WaitGraph graph;

    private WaitReport(Scheduler scheduler, WaitGraph graph) {
        this.scheduler = scheduler;
        this.graph = graph;
    }

    /** The report for a run in which no thread can continue before the virtual limit. */
    static String of(Scheduler scheduler, Duration virtualLimit) {
        if (!scheduler.timers.isEmpty()) {
            return whileRunning(scheduler)
                    .atLimit(
                            "Still waiting after " + readable(virtualLimit) + " of virtual time, the limit.",
                            "virtualLimit");
        }
        var report = new WaitReport(scheduler, WaitGraph.ofBlocked(scheduler.living(), VIEW));
        return report.graph.deadlock("at " + seconds(scheduler.timers.now()) + " of virtual time", report.failures());
    }

    /** The report for a run that exceeds the real-time limit. */
    static String atRealLimit(Scheduler scheduler, Duration realLimit) {
        return whileRunning(scheduler)
                .atLimit(
                        "Still running after " + readable(realLimit) + " of real time, the limit, at "
                                + seconds(scheduler.timers.now()) + " of virtual time.",
                        "realLimit");
    }

    /** The report for a run whose memory is exhausted by what is recorded of it. */
    static String outOfMemory(Scheduler scheduler) {
        return whileRunning(scheduler)
                .atLimit(
                        "Out of memory after " + scheduler.slices() + " steps, at " + seconds(scheduler.timers.now())
                                + " of virtual time.",
                        "the JVM's -Xmx");
    }

    private static WaitReport whileRunning(Scheduler scheduler) {
        return new WaitReport(scheduler, WaitGraph.ofRunning(scheduler.living(), VIEW));
    }

    private String atLimit(String what, String setting) {
        Optional<Thread> busy = scheduler.busy();
        return what + busy.map(thread -> "").orElseGet(this::whoContinues) + failures()
                + " If the program only needs longer, raise " + setting + "."
                + busy.map(this::busyLines).orElse("") + graph.lines();
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
                : " Only " + graph.names(timed) + " can continue by " + (timed.size() == 1 ? "itself" : "themselves")
                        + "; " + graph.names(stuck) + (stuck.size() == 1 ? " waits" : " wait") + " for another thread.";
    }

    /** The threads of the program that can continue without another thread, or those that cannot. */
    private List<Thread> having(boolean timer) {
        return graph.waiting().keySet().stream()
                .filter(thread -> graph.waiting().get(thread).canContinue() == timer)
                .filter(thread -> !Simulation.isInfrastructure(thread))
                .toList();
    }

    private String busyLines(Thread busy) {
        Waiting at = graph.waiting().remove(busy);
        return "\n  " + graph.nameOf(busy) + " does not pause. Is this an endless loop?"
                + WaitGraph.frames(at == null ? List.of(busy.getStackTrace()) : at.stack());
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
