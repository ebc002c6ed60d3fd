package interleave.virtualtime.engine;

import java.util.ArrayDeque;

/** The runnable threads, in the order of their becoming so; cheap at its head, where most are taken. */
final class ReadyQueue {
    private final ArrayDeque<SimulatedThread> queue = new ArrayDeque<>();

    void add(SimulatedThread member) {
        queue.addLast(member);
    }

    int size() {
        return queue.size();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Takes out the one at {@code index}; those before it go to the end. */
    SimulatedThread take(int index) {
        for (int i = 0; i < index; i++) {
            queue.addLast(queue.removeFirst());
        }
        return queue.removeFirst();
    }
}
