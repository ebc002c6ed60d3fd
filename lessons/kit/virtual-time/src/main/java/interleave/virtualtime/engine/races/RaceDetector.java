package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Step;
import interleave.virtualtime.engine.steps.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tracks the happens-before relation of one run. The threads of a run take turns, so it needs no locks. */
public final class RaceDetector {
    /** The limit of reported races: further ones usually have the same cause. */
    private static final int MAX_RACES = 20;

    /** Above this limit, a task counts as part of its worker, so that the vector clocks do not become too long. */
    private static final int MAX_HISTORIES = 2_000;

    private final IdentityHashMap<Thread, ThreadHistory> threads = new IdentityHashMap<>();
    private final IdentityHashMap<Object, VectorClock> releases = new IdentityHashMap<>();
    private final Map<Variable, VariableHistory> variables = new HashMap<>();
    private final Map<String, Race> races = new LinkedHashMap<>();
    private final VectorClock ended = new VectorClock();
    private final IdentityHashMap<Thread, VectorClock> endOf = new IdentityHashMap<>();
    private int histories;
    private boolean busy;
    private final IdentityHashMap<Object, Boolean> ignored = new IdentityHashMap<>();

    /** The locks of these objects do not order accesses, because they are not part of the program. */
    public void ignore(Object... engines) {
        for (Object object : engines) {
            ignored.put(object, true);
        }
    }

    /** Whether the detector itself is running: its own use of JDK classes must not order accesses. */
    public boolean isBusy() {
        return busy;
    }

    /** Records a step of a thread. */
    public void step(Thread thread, Step step, List<Object> held) {
        ThreadHistory history = of(thread);
        if (history.muted > 0) {
            return;
        }
        if (step.isMonitorEnter()) {
            history.entering = step.target();
            return;
        }
        busy = true;
        Variable content = step.wrapped().orElse(null);
        if (content == null) {
            step.field().ifPresent(variable -> use(thread, history, variable, step, held));
        } else if (step.isLockedByWrapper()) {
            history.wrapped = new WrappedCall(step, List.copyOf(held));
        } else {
            access(history, content, use(thread, history, step, step.writes(), held));
        }
        busy = false;
    }

    /** The call of a wrapper returns. Only now is it known when the wrapper held its lock. */
    public void usedWrapper(Thread thread) {
        ThreadHistory history = of(thread);
        WrappedCall call = history.wrapped;
        if (call == null) {
            return;
        }
        history.wrapped = null;
        busy = true;
        Step step = call.step();
        Object lock = step.lockOfWrapper().orElseThrow();
        acquire(thread, lock);
        step.wrapped()
                .ifPresent(content -> access(history, content, use(thread, history, step, step.writes(), call.held())));
        release(thread, lock);
        busy = false;
    }

    private void use(Thread thread, ThreadHistory history, Variable variable, Step step, List<Object> held) {
        VariableHistory uses = historyOf(variable, step);
        if (uses.isVolatile()) {
            synchronize(history, uses.released(), step.writes());
        } else if (!uses.isFinal()) {
            access(history, variable, use(thread, history, step, step.writes(), held));
            step.element()
                    .ifPresent(element ->
                            access(history, element, use(thread, history, step, step.writesElement(), held)));
        }
    }

    private static Use use(Thread thread, ThreadHistory history, Step step, boolean writes, List<Object> held) {
        return new Use(
                history.number, history.clock.of(history.number), thread.getName(), step, writes, List.copyOf(held));
    }

    private void access(ThreadHistory thread, Variable variable, Use use) {
        historyOf(variable, use.step())
                .add(use, thread.clock)
                .ifPresent(earlier -> report(new Race(variable, earlier, use)));
    }

    private VariableHistory historyOf(Variable variable, Step first) {
        VariableHistory history = variables.get(variable);
        if (history == null) {
            history = new VariableHistory(first);
            variables.put(variable, history);
        }
        return history;
    }

    private static void synchronize(ThreadHistory thread, VectorClock variable, boolean writes) {
        if (writes) {
            variable.join(thread.clock);
            thread.clock.tick(thread.number);
        } else {
            thread.clock.join(variable);
        }
    }

    private void report(Race race) {
        if (races.size() < MAX_RACES) {
            races.putIfAbsent(race.place(), race);
        }
    }

    /** All releases of {@code object} so far happen before the next step of the thread. */
    public void acquire(Thread thread, Object object) {
        ThreadHistory history = of(thread);
        VectorClock released = releases.get(object);
        if (released != null && history.muted == 0) {
            history.clock.join(released);
        }
    }

    /** All steps of the thread so far happen before the steps that follow an acquire of {@code object}. */
    public void release(Thread thread, Object object) {
        ThreadHistory history = of(thread);
        if (history.muted == 0 && !ignored.containsKey(object)) {
            VectorClock released = releases.get(object);
            if (released == null) {
                released = new VectorClock();
                releases.put(object, released);
            }
            released.join(history.clock);
            history.clock.tick(history.number);
        }
    }

    /** A thread releases a monitor to wait for a signal. It has acquired it again when it makes its next step. */
    public void waits(Thread thread, Object monitor) {
        release(thread, monitor);
        of(thread).entering = monitor;
    }

    /**
     * A worker of a pool begins a task. The earlier tasks of the worker do not happen before it, because another worker
     * could have executed it.
     */
    public void beginTask(Thread worker, Object task) {
        ThreadHistory outer = of(worker);
        if (histories > MAX_HISTORIES) {
            acquire(worker, task);
            return;
        }
        var inner = new ThreadHistory(histories++, outer);
        VectorClock submitted = releases.get(task);
        inner.clock.join(submitted == null ? outer.clock : submitted);
        threads.put(worker, inner);
    }

    /**
     * A thread has executed a task. The task happens before the next step of the thread, unless the thread is a worker
     * of a pool that now takes the next task.
     */
    public void endTask(Thread worker, Object task, boolean ofPool) {
        release(worker, task);
        release(worker, worker);
        ThreadHistory inner = of(worker);
        ended.join(inner.clock);
        if (inner.outer != null) {
            threads.put(worker, inner.outer);
            if (!ofPool || inner.outer.outer != null) {
                inner.outer.clock.join(inner.clock);
            }
        }
    }

    /** All steps of the first thread so far happen before the next step of the second one. */
    public void wakes(Thread first, Thread second) {
        ThreadHistory history = of(first);
        historyOf(second).clock.join(history.clock); // it may still wait for a monitor
        history.clock.tick(history.number);
    }

    /** A thread has ended. */
    public void ended(Thread thread) {
        VectorClock clock = of(thread).clock;
        ended.join(clock);
        endOf.put(thread, clock);
    }

    /** If {@code joined} has ended, all its steps happen before the next step of {@code thread}. */
    public void joined(Thread thread, Thread joined) {
        VectorClock end = endOf.get(joined);
        if (end != null) {
            of(thread).clock.join(end);
        }
    }

    /** All steps of all threads that have ended happen before the next step of {@code thread}. */
    public void joinedAll(Thread thread) {
        of(thread).clock.join(ended);
    }

    /** Until {@link #unmute}, the locks and accesses of the thread are ignored. */
    public void mute(Thread thread) {
        of(thread).muted++;
    }

    public void unmute(Thread thread) {
        of(thread).muted--;
    }

    /** The history of a running thread. It holds the monitor that it was entering. */
    private ThreadHistory of(Thread thread) {
        ThreadHistory history = historyOf(thread);
        if (history.entering != null) {
            VectorClock released = releases.get(history.entering);
            history.entering = null;
            if (released != null) {
                history.clock.join(released);
            }
        }
        return history;
    }

    private ThreadHistory historyOf(Thread thread) {
        ThreadHistory history = threads.get(thread);
        if (history == null) {
            history = new ThreadHistory(histories++, null);
            threads.put(thread, history);
        }
        return history;
    }

    /** A report for each pair of places, in the order in which they were found. */
    public List<Race> races() {
        return new ArrayList<>(races.values());
    }
}
