package interleave.virtualtime.engine.exploration;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.policy.RunnableThreads;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the decisions of a prefix, then lets each thread run until it waits, and notes what it could do instead. */
final class ExploringPolicy implements SchedulingPolicy {
    private final Exploration exploration;
    private final Prefix prefix;
    private final Deque<Prefix> decisions;
    private final History history = new History();
    private final Set<RunnableThread> known = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The thread that has run last. */
    private RunnableThread ran;
    /** The thread that was chosen last, if it can go on: to choose another one preempts it. */
    private Optional<RunnableThread> running = Optional.empty();

    private int decision;
    private boolean repeats;

    ExploringPolicy(Exploration exploration, Prefix prefix) {
        this.exploration = exploration;
        this.prefix = prefix;
        this.decisions = prefix.decisions();
    }

    @Override
    public boolean watchesSteps() {
        return true;
    }

    @Override
    public boolean preempts() {
        return false;
    }

    @Override
    public boolean stops(RunnableThread running, boolean alone) {
        boolean isShared = !alone && exploration.shared().add(running.number(), running.next());
        boolean stops = isShared || (!alone && running.isBelowTheJdk());
        if (!stops && !running.givesWay()) {
            history.add(running);
        }
        return stops;
    }

    @Override
    public void entered(RunnableThread running, boolean alone) {
        if (!alone) {
            exploration.shared().entersAnywhere();
            history.addOpaque(running);
        }
    }

    @Override
    public int among(RunnableThreads runnable) {
        List<RunnableThread> threads = runnable.list();
        known.addAll(threads);
        if (ran != null && ran.next() == null) {
            history.addEnd(ran);
        }
        running = running.filter(last -> canGoOn(last, threads));
        int unseen = firstUnseen(threads);
        if (unseen >= 0) {
            return run(threads.get(unseen), unseen);
        }
        int chosen = threads.size() == 1 ? 0 : decide(threads);
        running = Optional.of(threads.get(chosen));
        run(threads.get(chosen), chosen);
        if (decisions.isEmpty() && !repeats) {
            repeats = !exploration.isNew(history.number(), threads.get(chosen).number());
        }
        return chosen;
    }

    private boolean canGoOn(RunnableThread last, List<RunnableThread> threads) {
        return last.next() != null && !last.givesWay() && threads.contains(last) && !last.isBlocked(known);
    }

    private int run(RunnableThread thread, int index) {
        history.add(thread);
        ran = thread;
        return index;
    }

    /**
     * A thread that does nothing that others can see before its next stop. It runs at once, and for free: at any other
     * moment it would do the same.
     */
    private int firstUnseen(List<RunnableThread> threads) {
        for (int i = 0; i < threads.size(); i++) {
            RunnableThread thread = threads.get(i);
            boolean unseen = !thread.isBelowTheJdk()
                    && (History.hasJoined(thread)
                            || (thread.isNew() && !exploration.shared().isCodeShared()));
            if (unseen) {
                return i;
            }
        }
        return -1;
    }

    private int decide(List<RunnableThread> threads) {
        int usual = running.map(threads::indexOf).orElseGet(() -> firstFree(threads));
        int chosen = chosen(threads, usual);
        if (decisions.isEmpty() && decision > prefix.decision() && !repeats) {
            noteAlternatives(threads, chosen);
        }
        decision++;
        return chosen;
    }

    /** A thread that does not have to wait for a lock at once, if there is one. */
    private int firstFree(List<RunnableThread> threads) {
        for (int i = 0; i < threads.size(); i++) {
            if (!threads.get(i).isBlocked(known)) {
                return i;
            }
        }
        return 0;
    }

    private int chosen(List<RunnableThread> threads, int usual) {
        if (decisions.isEmpty() || decisions.getFirst().decision() != decision) {
            return usual;
        }
        Prefix due = decisions.removeFirst();
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).number() == due.thread() && history.number() == due.history()) {
                return i;
            }
        }
        throw new Divergence(decision);
    }

    private void noteAlternatives(List<RunnableThread> threads, int chosen) {
        for (int i = 0; i < threads.size(); i++) {
            RunnableThread thread = threads.get(i);
            if (i != chosen && !thread.isBlocked(known)) {
                int preemptions = prefix.preemptions() + (running.isPresent() || thread.givesWay() ? 1 : 0);
                exploration.add(new Prefix(
                        prefix, decision, thread.number(), history.number(), history.numberWith(thread), preemptions));
            }
        }
    }

    /** Whether the run has reached a state that was reached before, so that all that follows is known. */
    boolean repeats() {
        return repeats;
    }

    /** The number of the whole schedule. */
    long schedule() {
        return history.number();
    }

    /** Whether the run has made all decisions of its prefix. */
    boolean isComplete() {
        return decisions.isEmpty();
    }
}
