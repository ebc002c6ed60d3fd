package interleave.virtualtime.engine.exploration;

import interleave.virtualtime.engine.policy.SchedulingPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All schedules with at most some number of preemptions, those with the fewest first (Musuvathi and Qadeer, "Iterative
 * Context Bounding for Systematic Testing of Multithreaded Programs", PLDI 2007). A preemption stops a thread that
 * could go on; the choice of the next thread after a wait is not limited.
 */
public final class Exploration {
    private final int maxPreemptions;
    private final List<Deque<Prefix>> waiting = new ArrayList<>();
    private final Set<State> seen = new HashSet<>();
    private final SharedVariables shared = new SharedVariables();
    private int known;
    private int preemptions;
    private final Set<Long> schedules = new HashSet<>();
    private final Set<Long> failing = new HashSet<>();
    private Set<String> sharedBefore = Set.of();
    private ExploringPolicy policy = new ExploringPolicy(this, Prefix.empty());
    private Prefix current = Prefix.empty();

    /** A state of the program, and the thread that runs on without a preemption. */
    private record State(long history, int thread) {}

    public Exploration(int maxPreemptions) {
        this.maxPreemptions = maxPreemptions;
        restart();
    }

    private void restart() {
        waiting.clear();
        for (int i = 0; i <= maxPreemptions; i++) {
            waiting.add(new ArrayDeque<>());
        }
        waiting.getFirst().add(Prefix.empty());
        seen.clear();
        schedules.clear();
        failing.clear();
        preemptions = 0;
        known = shared.size();
    }

    /** The policy of the next run; empty if all schedules have been run. */
    public Optional<SchedulingPolicy> next() {
        if (shared.size() > known) {
            restart(); // earlier runs had too few places for a preemption
        }
        while (preemptions <= maxPreemptions) {
            Prefix prefix = waiting.get(preemptions).pollLast();
            if (prefix == null) {
                preemptions++;
            } else if (!seen.contains(new State(prefix.after(), prefix.thread()))) {
                return Optional.of(policyFor(prefix));
            }
        }
        return Optional.empty();
    }

    /** The policy that repeats the last run. */
    public SchedulingPolicy again() {
        var alone = new Exploration(0);
        alone.shared.learn(sharedBefore);
        return new ExploringPolicy(alone, current);
    }

    private SchedulingPolicy policyFor(Prefix prefix) {
        current = prefix;
        sharedBefore = shared.kinds();
        shared.beginRun();
        policy = new ExploringPolicy(this, prefix);
        return policy;
    }

    /**
     * Counts the run that has ended.
     *
     * @throws Divergence if it did not make the decisions that led to it
     */
    public void ended() {
        if (!policy.isComplete()) {
            throw new Divergence(current.decision());
        }
        schedules.add(policy.schedule());
    }

    /** Counts the run that has ended, as one that failed. */
    public void failed() {
        ended();
        failing.add(policy.schedule());
    }

    void add(Prefix prefix) {
        if (prefix.preemptions() <= maxPreemptions) {
            waiting.get(prefix.preemptions()).add(prefix);
        }
    }

    boolean isNew(long history, int thread) {
        return seen.add(new State(history, thread));
    }

    SharedVariables shared() {
        return shared;
    }

    /** The number of different schedules that were run so far. */
    public int schedules() {
        return schedules.size();
    }

    /** How many of them failed. */
    public int failing() {
        return failing.size();
    }

    /** The number of preemptions of the current run. */
    public int preemptions() {
        return preemptions;
    }
}
