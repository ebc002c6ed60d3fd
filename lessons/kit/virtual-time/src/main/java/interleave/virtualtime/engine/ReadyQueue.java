package interleave.virtualtime.engine;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.policy.RunnableThreads;
import java.util.ArrayDeque;
import java.util.List;

/** The runnable threads, in the order in which they became runnable. Taking the first one is cheap. */
final class ReadyQueue implements RunnableThreads {
    private final ArrayDeque<SimulatedThread> queue = new ArrayDeque<>();

    void add(SimulatedThread member) {
        queue.addLast(member);
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public List<RunnableThread> list() {
        return List.copyOf(queue);
    }

    /** Whether all of them have worked for long. False if there is none. */
    boolean haveAllWorkedForLong() {
        for (SimulatedThread member : queue) {
            if (!member.effort().isLong()) {
                return false;
            }
        }
        return !queue.isEmpty();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Removes the thread at {@code index}. The threads before it move to the end. */
    SimulatedThread take(int index) {
        for (int i = 0; i < index; i++) {
            queue.addLast(queue.removeFirst());
        }
        return queue.removeFirst();
    }
}
