package interleave.eventloop;

import java.util.Arrays;
import java.util.Queue;

/**
 * Sleeps ordered by deadline: a heap in which each has four children. The deadlines stand in an array of their own, so
 * that putting a million sleepers in order does not look at one of them. Who leaves early stays in the heap, as in
 * asyncio, until it comes to the top or half of the heap has left.
 */
final class TimerQueue {

    private static final int CHILDREN = 4;

    private long[] deadlines = new long[16];
    /** Tells apart sleeps with one deadline: first come, first served. */
    private int[] numbers = new int[16];

    private Sleep[] sleeps = new Sleep[16];
    private int size;
    private int added;
    /** How many in the heap have left early. */
    private int left;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the first sleep ends; only when the queue is not empty. */
    long firstDeadline() {
        return deadlines[0];
    }

    void add(Sleep sleep) {
        if (sleep.isDone()) {
            return; // cancelled before it got here
        }
        if (size == sleeps.length) {
            deadlines = Arrays.copyOf(deadlines, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            sleeps = Arrays.copyOf(sleeps, 2 * size);
        }
        sleep.queued = true;
        moveUp(size++, sleep.deadline, ++added, sleep);
    }

    /** The sleep ends early. */
    void remove(Sleep sleep) {
        if (!sleep.queued) {
            return;
        }
        sleep.queued = false;
        left++;
        if (left > size / 2) {
            rebuild();
        }
        dropThoseWhoLeft();
    }

    /** Cancels every sleep, soonest first. */
    void cancelAll() {
        while (size > 0) {
            sleeps[0].cancel(false); // which removes it
        }
    }

    /** Moves the sleeps whose deadline has come to {@code ready}, earliest deadline first. */
    void moveDue(long now, Queue<Runnable> ready) {
        while (size > 0 && deadlines[0] - now <= 0) {
            ready.add(takeFirst());
        }
    }

    Sleep takeFirst() {
        Sleep first = sleeps[0];
        first.queued = false;
        removeTop();
        dropThoseWhoLeft();
        return first;
    }

    private void dropThoseWhoLeft() {
        while (size > 0 && !sleeps[0].queued) {
            removeTop();
            left--;
        }
    }

    private void removeTop() {
        int last = --size;
        Sleep moved = sleeps[last];
        sleeps[last] = null;
        if (last > 0) {
            moveDown(0, deadlines[last], numbers[last], moved);
        }
    }

    private void rebuild() {
        int kept = 0;
        for (int place = 0; place < size; place++) {
            if (sleeps[place].queued) {
                put(kept++, deadlines[place], numbers[place], sleeps[place]);
            }
        }
        Arrays.fill(sleeps, kept, size, null);
        size = kept;
        left = 0;
        for (int place = (size - 2) / CHILDREN; place >= 0 && size > 1; place--) {
            moveDown(place, deadlines[place], numbers[place], sleeps[place]);
        }
    }

    private void moveUp(int hole, long deadline, int number, Sleep sleep) {
        while (hole > 0) {
            int parent = (hole - 1) / CHILDREN;
            if (!isBefore(deadline, number, parent)) {
                break;
            }
            put(hole, deadlines[parent], numbers[parent], sleeps[parent]);
            hole = parent;
        }
        put(hole, deadline, number, sleep);
    }

    private void moveDown(int hole, long deadline, int number, Sleep sleep) {
        for (int first = 1 + CHILDREN * hole; first < size; first = 1 + CHILDREN * hole) {
            int least = first;
            int end = Math.min(first + CHILDREN, size);
            for (int child = first + 1; child < end; child++) {
                if (isBefore(deadlines[child], numbers[child], least)) {
                    least = child;
                }
            }
            if (isBefore(deadline, number, least)) {
                break;
            }
            put(hole, deadlines[least], numbers[least], sleeps[least]);
            hole = least;
        }
        put(hole, deadline, number, sleep);
    }

    private boolean isBefore(long deadline, int number, int place) {
        long difference = deadline - deadlines[place];
        return difference < 0 || (difference == 0 && number - numbers[place] < 0);
    }

    private void put(int place, long deadline, int number, Sleep sleep) {
        deadlines[place] = deadline;
        numbers[place] = number;
        sleeps[place] = sleep;
    }
}
