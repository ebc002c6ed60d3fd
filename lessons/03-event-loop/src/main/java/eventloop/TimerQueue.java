package eventloop;

import java.util.Arrays;
import java.util.Queue;

/** Sleeps ordered by deadline: a binary heap in which each sleep knows its place, so that it can leave early. */
final class TimerQueue {

    private Sleep[] heap = new Sleep[16];
    private int size;
    private int added;

    boolean isEmpty() {
        return size == 0;
    }

    /** The sleep that ends first; only when the queue is not empty. */
    Sleep first() {
        return heap[0];
    }

    void add(Sleep sleep) {
        if (sleep.isDone()) {
            return; // cancelled before it got here
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        sleep.number = ++added;
        moveUp(size++, sleep);
    }

    void remove(Sleep sleep) {
        int hole = sleep.index;
        if (hole == Sleep.NOT_QUEUED) {
            return;
        }
        sleep.index = Sleep.NOT_QUEUED;
        Sleep last = heap[--size];
        heap[size] = null;
        if (last == sleep) {
            return;
        }
        if (hole > 0 && last.isBefore(heap[parent(hole)])) {
            moveUp(hole, last);
        } else {
            moveDown(hole, last);
        }
    }

    /** Cancels every sleep, soonest first. */
    void cancelAll() {
        while (size > 0) {
            heap[0].cancel(false); // which removes it
        }
    }

    /** Moves the sleeps whose deadline has come to {@code ready}, earliest deadline first. */
    void moveDue(long now, Queue<Runnable> ready) {
        while (size > 0 && heap[0].deadline - now <= 0) {
            Sleep due = heap[0];
            remove(due);
            ready.add(due);
        }
    }

    private void moveUp(int hole, Sleep sleep) {
        while (hole > 0 && sleep.isBefore(heap[parent(hole)])) {
            put(hole, heap[parent(hole)]);
            hole = parent(hole);
        }
        put(hole, sleep);
    }

    private void moveDown(int hole, Sleep sleep) {
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(sleep)) {
                break;
            }
            put(hole, heap[child]);
            hole = child;
        }
        put(hole, sleep);
    }

    private void put(int place, Sleep sleep) {
        heap[place] = sleep;
        sleep.index = place;
    }

    private static int parent(int child) {
        return (child - 1) / 2;
    }
}
