package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Step;
import interleave.virtualtime.engine.steps.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows what happens before what in one run. Threads of a run take turns, so it needs no locks. */
public final class RaceDetector {
    /** A program with more races has the same cause many times. */
    private static final int MAX_RACES = 20;

    /** Further tasks count as steps of their workers, so that the clocks do not become too long. */
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

    /** The lock of these objects orders nothing, because the program does not know them. */
    public void ignore(Object... engines) {
        for (Object object : engines) {
            ignored.put(object, true);
        }
    }

    /** Whether the detector is at work: classes of the JDK that it uses order nothing. */
    public boolean isBusy() {
        return busy;
    }

    /** A thread makes a step. */
    public void step(Thread thread, Step step, List<Object> held) {
        ThreadHistory history = of(thread);
        if (history.muted > 0) {
            return;
        }
        if (step.isMonitorEnter()) {
            history.entering = step.target();
            return;
        }
        Variable variable = step.field().orElse(null);
        if (variable == null) {
            return;
        }
        busy = true;
        VariableHistory uses = variables.get(variable);
        if (uses == null) {
            uses = new VariableHistory(step);
            variables.put(variable, uses);
        }
        if (uses.isVolatile()) {
            synchronize(history, uses.released(), step.writes());
        } else if (!uses.isFinal()) {
            var use = new Use(
                    history.number, history.clock.of(history.number), thread.getName(), step, List.copyOf(held));
            uses.add(use, history.clock).ifPresent(earlier -> report(new Race(variable, earlier, use)));
        }
        busy = false;
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

    /** What was released with {@code object} has happened before the next step of the thread. */
    public void acquire(Thread thread, Object object) {
        ThreadHistory history = of(thread);
        VectorClock released = releases.get(object);
        if (released != null && history.muted == 0) {
            history.clock.join(released);
        }
    }

    /** What the thread has done happens before what follows an acquire of {@code object}. */
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
     * A worker of a pool begins a task. Nothing orders it after the earlier tasks of the worker: another worker could
     * have executed it.
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
     * A thread has executed a task. It continues with what it did before, after the task, unless it is a worker of a
     * pool that now takes the next task.
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

    /** What the first thread has done happens before what the second one does next. */
    public void wakes(Thread first, Thread second) {
        ThreadHistory history = of(first);
        of(second).clock.join(history.clock);
        history.clock.tick(history.number);
    }

    /** A thread has ended. */
    public void ended(Thread thread) {
        VectorClock clock = of(thread).clock;
        ended.join(clock);
        endOf.put(thread, clock);
    }

    /** What a thread has done in all has happened before the next step of another one, which has seen its end. */
    public void joined(Thread thread, Thread joined) {
        VectorClock end = endOf.get(joined);
        if (end != null) {
            of(thread).clock.join(end);
        }
    }

    /** What all threads that have ended have done has happened before the next step of a thread. */
    public void joinedAll(Thread thread) {
        of(thread).clock.join(ended);
    }

    /** The locks that a thread uses order nothing, and its accesses are no races, until {@link #unmute}. */
    public void mute(Thread thread) {
        of(thread).muted++;
    }

    public void unmute(Thread thread) {
        of(thread).muted--;
    }

    private ThreadHistory of(Thread thread) {
        ThreadHistory history = threads.get(thread);
        if (history == null) {
            history = new ThreadHistory(histories++, null);
            threads.put(thread, history);
        }
        if (history.entering != null) {
            VectorClock released = releases.get(history.entering);
            history.entering = null;
            if (released != null) {
                history.clock.join(released);
            }
        }
        return history;
    }

    /** A report for each pair of places, in the order in which they were found. */
    public List<String> races() {
        return new ArrayList<>(races.values().stream().map(Race::toString).toList());
    }
}
