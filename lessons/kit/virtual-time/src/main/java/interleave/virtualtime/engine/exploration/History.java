package interleave.virtualtime.engine.exploration;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.steps.Step;
import interleave.virtualtime.engine.steps.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number for the steps of a run so far. It is the same for two orders of steps that differ only in the order of steps
 * that do not affect each other. Both have then led to the same state of the program.
 *
 * <p>The number of a step depends on the earlier steps of its thread, and on those of other threads that used the same
 * variable, if one of the two changes it. The number of all steps is the sum, so their order does not matter.
 */
final class History {
    private static final int STARTS = 1;
    private static final int CONTINUES = 2;
    private static final int ENDS = 3;
    private static final int WAITS = 4;

    private final Map<Integer, Long> ofThreads = new HashMap<>();
    private final Map<Variable, Long> lastChange = new HashMap<>();
    private final Map<Variable, Long> readsSince = new HashMap<>();
    private long lastOpaque;
    private long all;

    /**
     * What a thread does when it goes on.
     *
     * @param opaque whether it may affect all other threads
     * @param variable what it uses; empty if it affects no other thread
     */
    private record Event(long number, boolean opaque, Optional<Variable> variable, boolean changes) {
        static Event local(long number) {
            return new Event(number, false, Optional.empty(), false);
        }
    }

    /** Adds what a thread does when it goes on: its next step, or that it starts, or that it continues after a wait. */
    void add(RunnableThread thread) {
        if (hasJoined(thread)) {
            return; // a thread that joins another one does nothing else, whether it has to wait or not
        }
        add(thread, eventOf(thread));
    }

    /** Adds a step of a thread, but not what the thread does when it waits, continues or ends. */
    void add(RunnableThread thread, Step step) {
        add(thread, stepOf(thread, step));
    }

    private void add(RunnableThread thread, Event event) {
        if (event.opaque()) {
            lastOpaque = event.number();
        }
        event.variable().ifPresent(variable -> remember(variable, event));
        add(thread, event.number());
    }

    /** The number of the history with what a thread does when it goes on. */
    long numberWith(RunnableThread thread) {
        return hasJoined(thread) ? all : all + mix(eventOf(thread).number(), 0);
    }

    /** Adds that a thread has begun to wait, or has ended. */
    void addEnd(RunnableThread thread) {
        if (thread.hasEnded() || !hasJoined(thread)) {
            add(thread, mix(numberOf(thread.number()), thread.hasEnded() ? ENDS : WAITS));
        }
    }

    /** Whether the thread does nothing but join another one. */
    static boolean hasJoined(RunnableThread thread) {
        return thread.next() == null && thread.joined() >= 0;
    }

    /** Adds that a thread did something that may affect all others. */
    void addOpaque(RunnableThread thread) {
        lastOpaque = mix(mix(numberOf(thread.number()), lastOpaque), all);
        add(thread, lastOpaque);
    }

    private void add(RunnableThread thread, long number) {
        ofThreads.put(thread.number(), number);
        all += mix(number, 0);
    }

    private void remember(Variable variable, Event event) {
        if (event.changes()) {
            lastChange.put(variable, event.number());
            readsSince.remove(variable);
        } else {
            readsSince.merge(variable, event.number(), Long::sum);
        }
    }

    private Event eventOf(RunnableThread thread) {
        Step next = thread.next();
        return next == null ? continuation(thread, mix(numberOf(thread.number()), lastOpaque)) : stepOf(thread, next);
    }

    private Event stepOf(RunnableThread thread, Step step) {
        long earlier = mix(numberOf(thread.number()), lastOpaque);
        long number = mix(earlier, step.site().hashCode() * 31L + step.index());
        return step.isOpaque() || thread.isBelowTheJdk()
                ? opaque(number)
                : use(step.variable(), step.changes(), number);
    }

    /** A thread that was woken may have been affected by any other one, and acquires what it waited for. */
    private Event continuation(RunnableThread thread, long number) {
        Optional<Step> waitedIn = Optional.ofNullable(thread.last());
        if (thread.isBelowTheJdk() || waitedIn.filter(Step::isOpaque).isPresent()) {
            return opaque(mix(number, CONTINUES));
        }
        if (thread.isNew()) {
            return Event.local(mix(number, STARTS));
        }
        return use(waitedIn.flatMap(Step::variable), true, mix(number, all));
    }

    private Event opaque(long number) {
        return new Event(mix(number, all), true, Optional.empty(), false);
    }

    private Event use(Optional<Variable> variable, boolean changes, long number) {
        if (variable.isEmpty()) {
            return Event.local(number);
        }
        long after = mix(number, lastChange.getOrDefault(variable.get(), 0L));
        return new Event(
                changes ? mix(after, readsSince.getOrDefault(variable.get(), 0L)) : after, false, variable, changes);
    }

    private long numberOf(int thread) {
        return ofThreads.getOrDefault(thread, (long) thread);
    }

    long number() {
        return all;
    }

    private static long mix(long a, long b) {
        long z = a * 0x9e3779b97f4a7c15L + b + 1;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
