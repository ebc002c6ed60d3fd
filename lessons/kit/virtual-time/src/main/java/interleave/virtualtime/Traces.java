package interleave.virtualtime;

import interleave.virtualtime.ThreadTrace.Wait;
import interleave.virtualtime.engine.Observer;
import interleave.virtualtime.engine.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Event;

/** Records when each thread ran and what it waited for. */
final class Traces implements Observer {
    private final Map<Thread, Trace> traces = new LinkedHashMap<>();
    private final RunListener listener;

    Traces(RunListener listener) {
        this.listener = listener;
    }

    private static final class Trace {
        /** Further waits are merged: a timer may tick millions of times, and memory must not limit the run. */
        static final int MAX_WAITS = 100_000;

        final Thread seen;
        final Duration start;
        final List<Wait> waits = new ArrayList<>();
        Duration pausedAt = Duration.ZERO;
        String blocker = "";
        List<StackTraceElement> stack = List.of();
        List<String> frames = List.of();
        Duration end = Duration.ZERO;
        boolean ended;

        Trace(Thread seen, Duration start) {
            this.seen = seen;
            this.start = start;
        }

        void endWait(Duration now) {
            if (now.compareTo(pausedAt) <= 0) {
                return; // a wait that takes no time
            }
            Duration start =
                    waits.size() < MAX_WAITS ? pausedAt : waits.removeLast().start();
            waits.add(new Wait(start, now, blocker, frames));
        }

        /** Waits at the same place share the list of their frames. */
        void waitsAt(List<StackTraceElement> place) {
            if (!place.equals(stack)) {
                stack = place;
                frames = place.stream()
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .toList();
            }
        }
    }

    @Override
    public void resumed(Thread thread, long nanos) {
        Duration now = Duration.ofNanos(nanos);
        Trace trace = traces.get(thread);
        if (trace == null) {
            traces.put(thread, new Trace(Simulation.asSeenByTheProgram(thread), now));
        } else {
            trace.endWait(now);
        }
        listener.resumed(Simulation.asSeenByTheProgram(thread), now);
    }

    @Override
    public void paused(Thread thread, long nanos) {
        Trace trace = Objects.requireNonNull(traces.get(thread));
        trace.pausedAt = Duration.ofNanos(nanos);
        if (thread.isAlive()) {
            Object blocker = LockSupport.getBlocker(thread);
            trace.blocker = blocker == null ? "" : blocker.getClass().getName();
            List<StackTraceElement> stack = stackOf(thread);
            listener.paused(trace.seen, trace.pausedAt, stack);
            trace.waitsAt(stack);
        } else {
            trace.ended = true;
            trace.end = trace.pausedAt;
            listener.ended(trace.seen, trace.pausedAt);
        }
    }

    /**
     * The stack of a waiting thread, without the frames of the engine's hooks. Empty for a runnable thread, because
     * taking its stack would make the JVM schedule it a second time.
     */
    private static List<StackTraceElement> stackOf(Thread thread) {
        if (thread.getState() == Thread.State.RUNNABLE) {
            return List.of();
        }
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("interleave.virtualtime.engine."))
                .toList();
    }

    @Override
    public void woken(Thread waker, Thread woken, long nanos) {
        listener.woken(waker, woken, Duration.ofNanos(nanos));
    }

    @Override
    public boolean watchesEvents() {
        return listener.wantsEvents();
    }

    @Override
    public void began(Event event, long nanos) {
        listener.began(runningThread(), Duration.ofNanos(nanos), event);
    }

    @Override
    public void committed(Event event, long nanos) {
        listener.committed(runningThread(), Duration.ofNanos(nanos), event);
    }

    @Override
    public void submitted(long nanos) {
        listener.submitted(runningThread(), Duration.ofNanos(nanos));
    }

    @Override
    public void dequeued(long nanos) {
        listener.dequeued(runningThread(), Duration.ofNanos(nanos));
    }

    @Override
    public void failed(Throwable failure, long nanos) {
        listener.failed(runningThread(), Duration.ofNanos(nanos), failure);
    }

    private static Thread runningThread() {
        return Simulation.asSeenByTheProgram(Thread.currentThread());
    }

    /** The main thread first, then the others in the order of their start. */
    List<ThreadTrace> threads(Duration elapsed) {
        return traces.values().stream().map(trace -> traceOf(trace, elapsed)).toList();
    }

    private static ThreadTrace traceOf(Trace trace, Duration elapsed) {
        boolean ended = trace.ended && trace.end.compareTo(elapsed) <= 0;
        if (!ended) {
            trace.endWait(elapsed);
        }
        return new ThreadTrace(
                trace.seen.getName(),
                trace.seen.isVirtual(),
                trace.start,
                ended ? trace.end : elapsed,
                ended,
                List.copyOf(trace.waits));
    }
}
