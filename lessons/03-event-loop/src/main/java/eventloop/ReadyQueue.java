package eventloop;

import java.util.Arrays;

/** Callbacks that wait for their turn, each with the task it belongs to. A ring that grows; for one thread only. */
final class ReadyQueue {

    private Runnable[] callbacks = new Runnable[64]; // always a power of two, so that a mask wraps an index
    private Task<?>[] tasks = new Task<?>[64];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(Runnable callback, Task<?> task) {
        if (size == callbacks.length) {
            grow();
        }
        int place = (first + size++) & (callbacks.length - 1);
        callbacks[place] = callback;
        tasks[place] = task;
    }

    /** The task of the callback that {@link #take} returns next. */
    Task<?> nextTask() {
        return tasks[first];
    }

    /** Takes out the callback that has waited longest; only when the queue is not empty. */
    Runnable take() {
        Runnable callback = callbacks[first];
        callbacks[first] = null; // or the garbage collector would keep what has run
        tasks[first] = Task.NONE;
        first = (first + 1) & (callbacks.length - 1);
        size--;
        return callback;
    }

    private void grow() {
        callbacks = unrolled(callbacks);
        tasks = unrolled(tasks);
        first = 0;
    }

    private <E> E[] unrolled(E[] ring) {
        E[] longer = Arrays.copyOfRange(ring, first, first + 2 * ring.length);
        System.arraycopy(ring, 0, longer, ring.length - first, first);
        return longer;
    }
}
